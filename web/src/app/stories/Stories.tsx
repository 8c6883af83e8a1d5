import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../announce';
import { toastUndo } from '../confirm';
import { ProblemNote } from '../form/ProblemNote';
import { useFormat } from '../format';
import { More } from '../list/More';
import { useSession } from '../session';
import { Failed, Loading } from '../states';
import { useStories, useTelling, type Story } from './api';
import classes from './Stories.module.css';

const longest = 1_000;

/** The story behind a customer: why it matters to him, as colleagues heard it. */
export function Stories({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { may } = useSession();
  const stories = useStories(customer);
  const { add } = useTelling(customer);
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => { setWriting(false); add.reset(); requestAnimationFrame(() => button.current?.focus()); };
  if (stories.isPending) return <Loading height={40} />;
  if (stories.isError) return <Failed error={stories.error} onRetry={() => void stories.refetch()} height={120} />;
  const tells = may('customers.change');
  return (
    <Stack gap={8}>
      {stories.items.length === 0 && !tells && <Text size="sm" c="dimmed">{t('stories.none')}</Text>}
      {stories.items.length > 0 && <ul className={classes.list}>{stories.items.map((one) => <Line key={one.id} story={one} customer={customer} tells={tells} />)}</ul>}
      <More {...stories} />
      {writing
        ? <Words label={t('stories.what')} busy={add.isPending} error={add.error} onSave={(text) => add.mutate(text, { onSuccess: close })} onCancel={close} />
        : tells && (
          <Button ref={button} variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={15} />} onClick={() => setWriting(true)}>{t('stories.add')}</Button>
        )}
    </Stack>
  );
}

function Line({ story, customer, tells }: { story: Story; customer: string; tells: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { remove, restore } = useTelling(customer);
  const [changing, setChanging] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => { setChanging(false); requestAnimationFrame(() => pencil.current?.focus()); };
  if (changing) return <Change story={story} customer={customer} onClose={close} />;
  // said also when the list, read anew, has let this line go by then
  const takeAway = () => void remove.mutateAsync(story.id).then(
    () => toastUndo(t('stories.removed'), t('undo'), () => { restore.mutateAsync(story.id).catch(toastProblem); }), () => undefined);
  return (
    <li>
      <Group wrap="nowrap" gap={4} align="flex-start" justify="space-between">
        <Text size="sm" className={classes.words}>{story.text}</Text>
        {tells && (
          <Group gap={0} wrap="nowrap">
            <ActionIcon ref={pencil} variant="subtle" color="gray" size="md" aria-label={t('stories.change', { text: story.text })} onClick={() => setChanging(true)}><IconPencil size={14} /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="md" aria-label={t('stories.remove', { text: story.text })} loading={remove.isPending} onClick={takeAway}><IconX size={14} /></ActionIcon>
          </Group>
        )}
      </Group>
      <Text size="xs" c="dimmed">{story.author} · {format.moment(story.changedAt ?? story.writtenAt)}</Text>
      <ProblemNote error={remove.error} />
    </li>
  );
}

/** What a colleague made of it meanwhile is shown, and only then written over. */
function Change({ story, customer, onClose }: { story: Story; customer: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { change } = useTelling(customer);
  const [begun] = useState(story);
  const [shown, show] = useState(begun.version);
  return (
    <li>
      <Words label={t('stories.what')} text={begun.text} busy={change.isPending} error={change.error} onCancel={onClose}
        onSave={(text) => change.mutate({ id: story.id, text, version: shown }, { onSuccess: onClose, onError: () => show(story.version) })}>
        {story.version !== begun.version && <Text size="sm" c="dimmed">{t('stories.theirs', { author: story.author, text: story.text })}</Text>}
      </Words>
    </li>
  );
}

interface WordsProps { label: string; text?: string; busy: boolean; error: unknown; onSave: (text: string) => void; onCancel: () => void; children?: ReactNode }

function Words({ label, text = '', busy, error, onSave, onCancel, children }: WordsProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(text);
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (said.trim()) onSave(said.trim()); }}
      onKeyDown={(event) => { if (event.key !== 'Escape') return;
        event.stopPropagation();
        // what was typed is not thrown away by a key
        if (said === text) onCancel();
      }}>
      <Stack gap={6}>
        <Textarea autoFocus aria-label={label} placeholder={t('stories.example')} autosize minRows={2} maxRows={8} maxLength={longest} value={said} onChange={(event) => setSaid(event.currentTarget.value)} />
        {children}
        <ProblemNote error={error} />
        <Group gap={6}>
          <Button type="submit" size="compact-sm" loading={busy} disabled={!said.trim()}>{t('save')}</Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>{t('cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
