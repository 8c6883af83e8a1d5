import { Problem } from '@app/api/problem';
import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useGestures, type Gesture } from '@app/gestures/api';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What this reader may do with it now. @param label of the gesture, for who cannot see which button belongs to what */
export function GestureActions({ gesture, label }: { gesture: Gesture; label: string }) {
  const { t } = useTranslation('contacts');
  const { decide, withdraw, cancel, talk } = useGestures();
  const [doing, setDoing] = useState<'cancel' | 'talk'>();
  const { id, may } = gesture;
  if (!may.decide && !may.withdraw && !may.cancel && !may.talk) return null;
  const done = (text: string) => ({ onSuccess: () => { setDoing(undefined); toastDone(t(text)); } });
  const failed = withdraw.error ?? [decide.error, cancel.error, talk.error].find((one) => one && Object.keys(Problem.of(one).fieldErrors).length === 0);
  return (
    <Stack gap={8} mt="sm">
      {may.decide && <Decide label={label} busy={decide.isPending} error={decide.error} onDecide={(approved, word) => decide.mutate({ id, approved, word }, done(approved ? 'gestures.toast.approved' : 'gestures.toast.turnedDown'))} />}
      {!doing && (
        <Group gap={6}>
          {may.talk && <Button size="compact-sm" variant="light" leftSection={<IconCheck size={15} />} aria-label={t('gestures.talkLabel', { label })} onClick={() => setDoing('talk')}>{t('gestures.talk')}</Button>}
          {may.withdraw && <Button size="compact-sm" variant="default" loading={withdraw.isPending} aria-label={t('gestures.withdrawLabel', { label })} onClick={() => withdraw.mutate(id, done('gestures.toast.withdrawn'))}>{t('gestures.withdraw')}</Button>}
          {may.cancel && !may.withdraw && <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('gestures.cancelLabel', { label })} onClick={() => setDoing('cancel')}>{t('gestures.cancel')}</Button>}
        </Group>
      )}
      {doing === 'talk' && <Words label={t('gestures.note')} help={t('gestures.noteHelp')} submit={t('gestures.talkNow')} busy={talk.isPending} error={talk.error} field="note" onSay={(note) => talk.mutate({ id, note }, done('gestures.toast.talked'))} onCancel={() => setDoing(undefined)} />}
      {doing === 'cancel' && <Words label={t('gestures.cancelWhy')} help={t('gestures.cancelHelp')} submit={t('gestures.cancelNow')} busy={cancel.isPending} error={cancel.error} field="why" onSay={(why) => cancel.mutate({ id, why }, done('gestures.toast.cancelled'))} onCancel={() => setDoing(undefined)} />}
      {failed && <ProblemNote error={failed} />}
    </Stack>
  );
}

function Decide({ label, busy, error, onDecide }: { label: string; busy: boolean; error: unknown; onDecide: (approved: boolean, word?: string) => void }) {
  const { t } = useTranslation('contacts');
  const [word, setWord] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const said = word.trim() || undefined;
  const turnDown = () => {
    setMissing(!said);
    if (said) onDecide(false, said);
    else field.current?.focus();
  };
  return (
    <Group gap={8} align="flex-start">
      <TextInput ref={field} aria-label={t('gestures.word')} placeholder={t('gestures.word')} maxLength={500} value={word} style={{ flex: '1 1 220px' }}
        error={missing && !said ? t('gestures.wordNeeded') : error ? Problem.of(error).fieldErrors.word : undefined} onChange={(event) => setWord(event.currentTarget.value)} />
      <Button leftSection={<IconCheck size={16} />} loading={busy} aria-label={t('gestures.approveLabel', { label })} onClick={() => onDecide(true, said)}>{t('gestures.approve')}</Button>
      <Button variant="default" leftSection={<IconX size={16} />} disabled={busy} aria-label={t('gestures.turnDownLabel', { label })} onClick={turnDown}>{t('gestures.turnDown')}</Button>
    </Group>
  );
}

interface WordsProps { label: string; help: string; submit: string; busy: boolean; error: unknown; field: string; onSay: (words: string) => void; onCancel: () => void }

function Words({ label, help, submit, busy, error, field, onSay, onCancel }: WordsProps) {
  const { t } = useTranslation('contacts');
  const [words, setWords] = useState('');
  const [asked, ask] = useState(false);
  const wrong = asked && !words.trim() ? t('gestures.needed') : error ? Problem.of(error).fieldErrors[field] : undefined;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); ask(true); if (words.trim()) onSay(words.trim()); }} onKeyDown={(event) => { if (event.key === 'Escape') onCancel(); }}>
      <Stack gap={8}>
        <TextInput autoFocus required label={label} description={help} maxLength={500} value={words} error={wrong} onChange={(event) => setWords(event.currentTarget.value)} />
        <Group gap={8}>
          <Button type="submit" size="compact-md" loading={busy}>{submit}</Button>
          <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
