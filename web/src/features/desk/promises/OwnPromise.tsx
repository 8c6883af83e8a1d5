import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from './api';
import { fromField, toField } from './moments';
import { order, useThere } from './there';
import { wordsFor } from './words';

const acts: Act[] = ['CALL_BACK', 'WRITE_BACK', 'REFUND', 'SEND', 'OTHER'];

interface Props {
  busy: boolean;
  error: unknown;
  language?: string;
  zone?: string;
  /** By when it is promised unless one says otherwise. */
  proposed?: string;
  /** Kept by the caller, so that closing loses nothing. */
  words?: string;
  onWords: (words: string | undefined) => void;
  onPromise: (wanted: { act: Act; from?: string; due: string; words: string }) => void;
  onBack: () => void;
}

/** A promise of which one says oneself what, by when and in which words. */
export function OwnPromise({ busy, error, language, zone, proposed, words, onWords, onPromise, onBack }: Props) {
  const { t } = useTranslation('desk');
  const [act, setAct] = useState<Act>('CALL_BACK');
  const [from, setFrom] = useState('');
  const [due, setDue] = useState(() => (proposed ? toField(proposed) : ''));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const refused = error ? Problem.of(error).fieldErrors : {};
  const there = useThere(zone);
  const submit = async () => {
    const missing = { ...(due ? {} : { due: t('promising.needed') }), ...(words?.trim() || (words === undefined && act !== 'OTHER') ? {} : { words: t('promising.needed') }) };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    const moments = { from: fromField(from), due: fromField(due)! };
    const said = words?.trim() ?? (act === 'OTHER' ? '' : await wordsFor(act, moments.from, moments.due, language, zone));
    onPromise({ act, ...moments, words: said });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); void submit(); }} noValidate>
      <Stack gap={10}>
        <Select label={t('promising.what')} data={acts.map((one) => ({ value: one, label: t(`promising.act.${one}`) }))} value={act} allowDeselect={false}
          comboboxProps={{ withinPortal: false }} onChange={(one) => one && setAct(one as Act)} data-autofocus />
        <Group gap={8} grow align="flex-start">
          <TextInput type="datetime-local" label={t('promising.from')} description={there(from)} inputWrapperOrder={order} value={from} error={refused.from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="datetime-local" label={t('promising.due')} description={there(due)} inputWrapperOrder={order} required value={due} error={wrong.due ?? refused.due} onChange={(event) => setDue(event.currentTarget.value)} />
        </Group>
        <Textarea label={t('promising.said')} description={t('promising.saidHelp')} autosize minRows={2} maxLength={500} value={words ?? ''} placeholder={act === 'OTHER' ? undefined : t('promising.saidBySelf')} required={act === 'OTHER'}
          error={wrong.words ?? refused.words} onChange={(event) => onWords(event.currentTarget.value || undefined)} />
        {error !== null && Object.keys(refused).length === 0 && <ProblemNote error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={busy}>{t('promising.give')}</Button>
          <Button variant="subtle" color="gray" onClick={onBack}>{t('promising.back')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
