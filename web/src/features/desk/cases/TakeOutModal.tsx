import { toastDone, toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Radio, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '../types';
import { useCaseChanges, type CasePage } from './api';
import { PickCase } from './PickCase';

const standings = ['SOLVED', 'WAITING_FOR_CUSTOMER', 'OPEN'] as const satisfies CaseState[];

interface Props {
  page: CasePage;
  contacts: string[];
  onClose: () => void;
  onDone: () => void;
}

/** Takes contacts out of a case: to one of their own, or to one that is there. */
export function TakeOutModal({ page: { view, contacts: all }, contacts, onClose, onDone }: Props) {
  const { t } = useTranslation('desk');
  const { takeOut, undo } = useCaseChanges(view.id);
  const [where, setWhere] = useState<'new' | 'other'>('new');
  const [to, setTo] = useState<string>();
  const [subject, setSubject] = useState('');
  const [behind, setBehind] = useState<CaseState>();
  const [why, setWhy] = useState('');
  const [clientKey] = useState(() => crypto.randomUUID());
  const wrong = takeOut.error ? Problem.of(takeOut.error).fieldErrors : {};
  const nothingOpenLeft = view.state === 'OPEN' && !all.some((one) => one.state !== 'ended' && !contacts.includes(one.id));
  const submit = () => takeOut.mutateAsync({
    contacts, to: where === 'other' ? to : undefined, subject: where === 'new' ? subject.trim() || undefined : undefined, behind: nothingOpenLeft || wrong.behind ? behind : undefined,
    why: why.trim() || undefined, clientKey,
  }).then(({ change }) => {
    onClose();
    onDone();
    toastUndo(t('cases.takenOut', { count: contacts.length }), t('cases.undo'), () => void undo.mutateAsync(change).then(() => toastDone(t('cases.undone')), toastProblem));
  }, () => {});
  return (
    <Modal opened onClose={onClose} title={t('cases.takeOutTitle', { count: contacts.length })} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
        <Stack>
          <SegmentedControl fullWidth aria-label={t('cases.where')} value={where} onChange={(value) => setWhere(value as 'new' | 'other')}
            data={[{ value: 'new', label: t('cases.toNew') }, { value: 'other', label: t('cases.toOther') }]} />
          {where === 'new'
            ? <TextInput label={t('cases.subject')} description={t('cases.subjectHelp')} maxLength={300} value={subject} error={wrong.subject} onChange={(event) => setSubject(event.currentTarget.value)} />
            : <PickCase than={view.id} brand={view.brand} customer={view.customer} chosen={to} onChoose={setTo} error={wrong.to} />}
          {(nothingOpenLeft || wrong.behind) && (
            <Radio.Group label={t('cases.behind', { number: view.number })} description={t('cases.behindHelp')} value={behind ?? null} error={wrong.behind} onChange={(value) => setBehind(value as CaseState)}>
              <Stack gap="xs" mt="xs">{standings.map((one) => <Radio key={one} value={one} label={t(`cases.leave.${one}`)} />)}</Stack>
            </Radio.Group>
          )}
          <Textarea label={t('cases.why')} description={t('cases.whyHelp')} autosize minRows={2} maxLength={500} value={why} error={wrong.why} onChange={(event) => setWhy(event.currentTarget.value)} />
          {wrong.contacts && <Text size="sm" c="red.9" role="alert">{wrong.contacts}</Text>}
          {takeOut.error && Object.keys(wrong).length === 0 && <ProblemNote error={takeOut.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" disabled={where === 'other' && !to} loading={takeOut.isPending}>{t('cases.takeOutSubmit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
