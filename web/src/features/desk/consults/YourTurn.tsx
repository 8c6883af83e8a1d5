import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../beside/Beside.module.css';
import type { PromiseView } from '../types';
import { useConsulting, type Consult } from './api';
import { WordsForm } from './WordsForm';

interface Props { consult: Consult; promises: PromiseView[]; handles: boolean }

/** What a department waits for from whoever handles the case: an answer to what it asked back, or more time. */
export function YourTurn({ consult, promises, handles }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { tell } = useConsulting();
  const { wantedAt, wantedBy } = consult.agreement;
  if (consult.state === 'returned') {
    return (
      <>
        <div className={classes.soft}>{t('consult.returned')}</div>
        {handles && (
          <WordsForm label={t('consult.tell.label')} help={t('consult.tell.help')} needed={t('consult.needAnswer')} submit={t('consult.tell.submit')} field="text" busy={tell.isPending} error={tell.error}
            onSubmit={(text, _, clientKey) => void tell.mutateAsync({ id: consult.id, text, clientKey }).then(() => toastDone(t('consult.tell.done')), () => {})} />
        )}
      </>
    );
  }
  if (!wantedAt || !consult.agreement.wantedBy) return null;
  if (wantedBy === 'asker') return <div className={classes.soft}>{t('consult.wantedSooner', { at: format.due(wantedAt) })}</div>;
  return <MoreTime consult={consult} wantedAt={wantedAt} promises={promises} handles={handles} />;
}

function MoreTime({ consult, wantedAt, promises, handles }: Props & { wantedAt: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { decideMoreTime } = useConsulting();
  const [clientKey] = useState(() => crypto.randomUUID());
  const before = promises.filter((one) => !one.settledAt && !one.byRule?.pausedAt && Date.parse(one.dueAt) < Date.parse(wantedAt));
  const decide = (accepted: boolean) => void decideMoreTime.mutateAsync({ id: consult.id, accepted, dueAt: wantedAt, clientKey: `${clientKey} ${accepted}` })
    .then(() => toastDone(t(accepted ? 'consult.more.granted' : 'consult.more.held')), () => {});
  const over = Date.parse(wantedAt) < Date.now();
  return (
    <div>
      <strong>{t('consult.more.asks', { at: format.due(wantedAt) })}</strong>
      {consult.agreement.wantedWhy && <div className={classes.asked}>{consult.agreement.wantedWhy}</div>}
      {before.map((one) => (
        <Text key={one.id} size="sm" c="red.9" mt={4}>{t('consult.more.promise', { at: format.due(one.dueAt), words: one.given?.words ?? t(`consult.more.${one.kind === 'solution' ? 'solution' : 'answer'}`) })}</Text>
      ))}
      {handles && (
        <Group gap={8} mt={6}>
          {!over && <Button size="compact-sm" variant="light" loading={decideMoreTime.isPending && decideMoreTime.variables.accepted} onClick={() => decide(true)}>{t('consult.more.grant', { at: format.due(wantedAt) })}</Button>}
          <Button size="compact-sm" variant="default" loading={decideMoreTime.isPending && !decideMoreTime.variables.accepted} onClick={() => decide(false)}>{t('consult.more.hold', { at: format.due(consult.dueAt) })}</Button>
        </Group>
      )}
      {decideMoreTime.error && <ProblemNote error={decideMoreTime.error} />}
    </div>
  );
}
