import { toastDone, toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseChanges } from './api';
import { PickCase } from './PickCase';

interface Props {
  id: string;
  number: number;
  brand: string;
  customer?: string;
  /** Chosen to begin with. */
  with?: string;
  onClose: () => void;
  onJoined?: (into: string) => void;
}

/** Joins this case to another one, which goes on for both; it can be taken back. */
export function JoinModal({ id, number, brand, customer, with: first, onClose, onJoined }: Props) {
  const { t } = useTranslation('desk');
  const { merge, undo } = useCaseChanges(id);
  const [into, setInto] = useState(first);
  const [why, setWhy] = useState('');
  const [clientKey] = useState(() => crypto.randomUUID());
  const wrong = merge.error ? Problem.of(merge.error).fieldErrors : {};
  const join = () => into && merge.mutateAsync({ into, why: why.trim() || undefined, clientKey }).then(({ change }) => {
    onClose();
    onJoined?.(into);
    toastUndo(t('cases.joined', { number }), t('cases.undo'), () => void undo.mutateAsync(change).then(() => toastDone(t('cases.undone')), toastProblem));
  }, () => {});
  return (
    <Modal opened onClose={onClose} title={t('cases.joinTitle', { number })} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void join(); }}>
        <Stack>
          <Text size="sm" c="dimmed">{t('cases.joinLead')}</Text>
          <PickCase than={id} brand={brand} customer={customer} chosen={into} onChoose={setInto} error={wrong.into} />
          <Textarea label={t('cases.why')} description={t('cases.whyHelp')} autosize minRows={2} maxLength={500} value={why} error={wrong.why} onChange={(event) => setWhy(event.currentTarget.value)} />
          {merge.error && Object.keys(wrong).length === 0 && <ProblemNote error={merge.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" disabled={!into} loading={merge.isPending}>{t('cases.joinSubmit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
