import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachFiles } from '../composer/AttachFiles';
import { UploadList } from '../composer/UploadList';
import { filesInto, useUploads, useWhenReady } from '../composer/useUploads';
import { fromField, toField } from '../promises/moments';
import { useWrites } from './Writing';

interface Props {
  label: string;
  help?: string;
  needed: string;
  submit: string;
  longest?: number;
  /** The name of the field at the server, for what it refuses. */
  field: string;
  /** Asks for a moment too, from this one on. */
  moment?: { label: string; needed: string; from: string };
  extra?: (refused: Record<string, string>) => ReactNode;
  /** Brings a file to the server, where files may go along. */
  upload?: (file: File) => Promise<{ id: string }>;
  busy: boolean;
  error: unknown;
  autoFocus?: boolean;
  onSubmit: (words: string, dueAt: string | undefined, clientKey: string, uploads: string[]) => void;
  onCancel?: () => void;
}

const nowhere = () => Promise.reject<{ id: string }>(new Error('no files are taken here'));

/** A few words to the other side of a question, with a moment where one is asked for. */
export function WordsForm({ label, help, needed, submit, longest = 4000, field, moment, extra, upload, busy, error, autoFocus, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('desk');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(moment ? toField(moment.from) : '');
  const [tried, setTried] = useState(false);
  const [clientKey] = useState(() => crypto.randomUUID());
  const uploads = useUploads(upload ?? nowhere);
  useWrites(words.trim() !== '' || uploads.files.length > 0);
  const refused = error ? Problem.of(error).fieldErrors : {};
  const dueAt = moment && fromField(at);
  const complete = words.trim() !== '' && (!moment || dueAt !== undefined);
  const ready = useWhenReady(uploads, () => { if (complete) onSubmit(words.trim(), dueAt, clientKey, uploads.ids); });
  const send = () => {
    setTried(true);
    if (complete) ready.ask();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }} onKeyDown={(event) => { if (event.key === 'Escape' && onCancel) { event.stopPropagation(); onCancel(); } }} noValidate {...(upload && filesInto(uploads.add))}>
      <Stack gap={8} mt="sm">
        {moment && (
          <TextInput type="datetime-local" autoFocus={autoFocus} label={moment.label} required value={at} error={refused.dueAt ?? (tried && !at ? moment.needed : undefined)}
            onChange={(event) => setAt(event.currentTarget.value)} />
        )}
        {extra?.(refused)}
        <Textarea label={label} description={help} autoFocus={autoFocus && !moment && !extra} autosize minRows={2} maxRows={10} maxLength={longest} value={words}
          error={refused[field] ?? (tried && !words.trim() ? needed : undefined)} onChange={(event) => { ready.goOn(); setWords(event.currentTarget.value); }} />
        <UploadList files={uploads.files} onRemove={uploads.remove} />
        {error !== null && error !== undefined && Object.keys(refused).length === 0 && <ProblemNote error={error} />}
        <Group gap={8}>
          <Button type="submit" size="compact-md" loading={busy || ready.waits}>{submit}</Button>
          {upload && <AttachFiles uploads={uploads} />}
          {onCancel && <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
