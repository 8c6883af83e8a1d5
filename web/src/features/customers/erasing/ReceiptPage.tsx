import { toastDone, toastProblem } from '@app/announce';
import { useFormat } from '@app/format';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { IconClockPause, IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { takeBack, useReceipt, type Receipt } from './api';
import { Counts } from './Counts';
import classes from './Erasing.module.css';

/** The proof of one erasure, to be kept or printed; how far it is as long as it goes on. */
export default function ReceiptPage() {
  const { t } = useTranslation('customers');
  const { id = '' } = useParams();
  const receipt = useReceipt(id);
  if (receipt.isPending) return <Loading />;
  if (receipt.isError) return <Failed error={receipt.error} onRetry={() => void receipt.refetch()} />;
  return (
    <>
      <PageHead title={t('erase.number', { number: receipt.data.number })} lead={t(`erase.stateLead.${receipt.data.state}`)} up={{ to: '/erasures', label: t('erase.place') }}>
        <Button className={classes.screen} variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>{t('erase.print')}</Button>
      </PageHead>
      <Stack gap="lg" maw={680}>
        {receipt.data.state === 'RUNNING' && <Going receipt={receipt.data} />}
        {receipt.data.state === 'WAITING' && <Waiting receipt={receipt.data} />}
        <Facts receipt={receipt.data} />
        {receipt.data.erased.length > 0 && <section className={classes.card}><Counts counts={receipt.data.erased} label={t('erase.went')} /></section>}
        {receipt.data.kept.length > 0 && <section className={classes.card}><Counts counts={receipt.data.kept.map((one) => ({ ...one, kind: `kept-${one.kind}` }))} label={t('erase.kept')} /></section>}
        <Text size="sm" c="dimmed">{t('erase.staysHelp')}</Text>
        <Text size="sm" c="dimmed">{t('erase.elsewhere')}</Text>
      </Stack>
    </>
  );
}

function Going({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('customers');
  return (
    <div role="status">
      <Text size="sm" mb={6}>{t('erase.going', { step: receipt.step, steps: receipt.steps })}</Text>
      <Progress value={(receipt.step / receipt.steps) * 100} animated aria-label={t('erase.state.RUNNING')} />
    </div>
  );
}

function Waiting({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('customers');
  const queries = useQueryClient();
  const cancel = async () => {
    try {
      await takeBack(receipt.id);
      toastDone(t('erase.takenBack'));
    } catch (fault) {
      toastProblem(fault);
    }
    await queries.invalidateQueries({ queryKey: ['customers', 'receipt', receipt.id] });
    void queries.invalidateQueries({ queryKey: ['customers', 'erasures'] });
  };
  return (
    <Alert icon={<IconClockPause />} title={t('erase.waits')}>
      <Text size="sm" mb="sm">{t('erase.waitsHelp')}</Text>
      <Button variant="default" size="compact-sm" onClick={() => void cancel()}>{t('erase.takeBack')}</Button>
    </Alert>
  );
}

function Facts({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  const format = useFormat();
  const facts = [
    [t('erase.receipt'), `${receipt.number} · ${receipt.id}`],
    [t('brand'), brands.find(({ id }) => id === receipt.brand)?.name],
    [t('erase.askedBy'), t(`erase.asker.${receipt.askedBy}`)],
    [t('erase.reason'), t(`erase.why.${receipt.reason}`)],
    [t('erase.reference'), receipt.reference],
    [t('erase.by'), `${receipt.requestedBy} · ${format.dateTime(receipt.requestedAt)}`],
    [t('erase.finished'), receipt.finishedAt && format.dateTime(receipt.finishedAt)],
    [t('erase.repeated'), receipt.repeatedAt && format.dateTime(receipt.repeatedAt)],
    [t('erase.marks'), receipt.marks.join(' ')],
  ];
  return (
    <section className={classes.card} aria-label={t('erase.receipt')}>
      <dl className={classes.facts}>
        {facts.filter(([, value]) => value).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
