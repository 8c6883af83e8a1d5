import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsulting, type Consult } from './api';

/** A sooner time that is asked of a department: it says yes or no, or lets it stand. */
export function Sooner({ consult }: { consult: Consult }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { decideSooner } = useConsulting();
  const [clientKey] = useState(() => crypto.randomUUID());
  const { wantedAt, wantedBy, wantedWhy } = consult.agreement;
  if (!wantedAt) return null;
  if (wantedBy === 'department') return <Text size="sm" mt={6}>{t('asked.more.waits', { at: format.due(wantedAt) })}</Text>;
  const decide = (accepted: boolean) => void decideSooner.mutateAsync({ id: consult.id, accepted, dueAt: wantedAt, clientKey: `${clientKey} ${accepted}` })
    .then(() => toastDone(t(accepted ? 'asked.sooner.yes' : 'asked.sooner.no')), () => {});
  const over = Date.parse(wantedAt) < Date.now();
  return (
    <div>
      <Text size="sm" mt={6} style={{ overflowWrap: 'anywhere' }}><strong>{t('asked.sooner.ask', { at: format.due(wantedAt) })}</strong> {wantedWhy}</Text>
      <Group gap={8} mt={6}>
        {!over && <Button size="compact-sm" variant="light" loading={decideSooner.isPending && decideSooner.variables.accepted} onClick={() => decide(true)}>{t('asked.sooner.accept', { at: format.due(wantedAt) })}</Button>}
        <Button size="compact-sm" variant="default" loading={decideSooner.isPending && !decideSooner.variables.accepted} onClick={() => decide(false)}>{t('asked.sooner.decline', { at: format.due(consult.dueAt) })}</Button>
      </Group>
      {decideSooner.error && <ProblemNote error={decideSooner.error} />}
    </div>
  );
}
