import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { ProblemNote } from '../form/ProblemNote';
import { useFill, type Filled, type Kind } from './api';
import { FieldInput } from './FieldInput';
import { nameOf, same, useShownValue } from './words';

interface Props {
  kind: Kind;
  owner: string;
  filled: Filled;
  mayChange: boolean;
  error?: string;
  onKept?: () => void;
}

/** One field, kept as soon as one leaves it. What a colleague made of it meanwhile is shown before it is written over. */
export function FieldRow({ kind, owner, filled: { field, value }, mayChange, error, onKept }: Props) {
  const fill = useFill(kind, owner, field.id);
  const shown = useShownValue();
  const { t } = useTranslation();
  const left = useLeft(owner, field.id);
  const [typed, setTyped] = useState(left.found?.typed);
  /** How it stood when one began to type. */
  const [before, setBefore] = useState(left.found?.before);
  useEffect(() => { left.now.current = typed && before && !same(typed, value) ? { typed, before } : undefined; }, [typed, before, value, left.now]);
  const latest = useRef(typed);
  useEffect(() => { latest.current = typed; }, [typed]);
  if (!mayChange || field.archived) return <ReadOnly filled={{ field, value }} />;
  const clear = () => { setTyped(undefined); setBefore(undefined); };
  const type = (next?: string[]) => {
    if (!next) { clear(); return; }
    setTyped(next);
    if (!before) setBefore(value);
  };
  // what is typed while it is being kept stays, and is kept next
  const send = (next: string[], was: string[]): void => fill.mutate({ value: next, before: was }, {
    onSuccess: () => {
      onKept?.();
      const now = latest.current;
      if (now && !same(now, next)) {
        setBefore(next);
        send(now, next);
      } else clear();
    },
  });
  const theirs = before !== undefined && typed !== undefined && !same(before, value) && !same(typed, value) && !fill.isPending;
  const keep = (next = typed) => {
    if (!next || theirs || fill.isPending) return;
    setTyped(next);
    setBefore((begun) => begun ?? value);
    if (same(next, before ?? value)) { clear(); fill.reset(); return; }
    send(next, before ?? value);
  };
  const problem = fill.error ? Problem.of(fill.error) : undefined;
  return (
    <div>
      <FieldInput field={field} value={typed ?? value} error={problem?.fieldErrors.value ?? error} onType={type} onKeep={keep} />
      {theirs && (
        <div role="alert">
          <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>{t('fields.theirs', { value: shown(field, value) })}</Text>
          <Group gap={6} mt={4}>
            <Button size="compact-sm" variant="light" onClick={() => { setBefore(value); send(typed, value); }}>{t('fields.mine')}</Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { clear(); fill.reset(); }}>{t('fields.leave')}</Button>
          </Group>
        </div>
      )}
      {problem && !theirs && !problem.fieldErrors.value && <ProblemNote error={fill.error} />}
    </div>
  );
}

interface Left { typed: string[]; before: string[] }

/** What was typed and not kept outlives its row for a while: a field that another reason hides comes back as it was left. */
function useLeft(owner: string, field: string) {
  const queries = useQueryClient();
  const key = ['fields-left', owner, field];
  const [found] = useState(() => queries.getQueryData<Left>(key));
  const now = useRef<Left>(undefined);
  useEffect(() => {
    queries.removeQueries({ queryKey: key, exact: true });
    return () => { if (now.current) queries.setQueryData(key, now.current); };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a row is of one field as long as it lives
  }, []);
  return { found, now };
}

export function ReadOnly({ filled: { field, value } }: { filled: Filled }) {
  const { t, i18n } = useTranslation();
  const shown = useShownValue();
  const [first] = value;
  return (
    <div>
      <Text size="sm" c="dimmed">{nameOf(field, i18n.language)}{field.archived && ` · ${t('fields.archived')}`}</Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {field.type === 'LINK' && first && /^https?:\/\//i.test(first) ? <Anchor inherit href={first} target="_blank" rel="noopener noreferrer">{first}</Anchor> : shown(field, value)}
      </Text>
    </div>
  );
}
