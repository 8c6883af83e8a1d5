import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import { Failed, Loading } from '@app/states';
import { useAsking, type ListenFilter } from '../api';
import classes from './Listen.module.css';

const order = ['SAMPLED', 'NOT_DRAWN', 'QUARANTINE', 'PENDING_INVITATION', 'OPT_OUT', 'NO_ADDRESS', 'EXCLUDED_REASON', 'CASE_OPEN', 'WENT_SILENT', 'ONLY_WE_WROTE', 'QUOTA_FULL'];

/** Who was asked, who was not and why: a score says little when nobody knows whom it leaves out. */
export function Asking({ filter }: { filter: ListenFilter }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const query = useAsking(filter);
  const figures = query.data;
  const percent = format.hundredths;
  const reasons = order.filter((one) => figures?.outcomes[one]);
  return (
    <section className={classes.card} aria-labelledby="asking">
      <Title order={2} size="h3" id="asking">{t('asked.title')}</Title>
      <Text size="sm" c="dimmed" mb="md">{t('asked.lead')}</Text>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {figures && (
        <Stack gap="lg">
          <dl className={classes.steps}>
            <div><dt>{t('asked.decided')}</dt><dd>{format.number(figures.decided)}</dd></div>
            <div><dt>{t('asked.sent')}</dt><dd>{format.number(figures.sent)}</dd></div>
            <div><dt>{t('asked.answered')}</dt><dd>{format.number(figures.answered)}</dd></div>
            <div><dt title={t('asked.rateDefinition')}>{t('asked.rate')}</dt><dd>{figures.responseRate ? <>{percent(figures.responseRate.percent)} <Text span size="sm" c="dimmed" fw={400}>{t('app:figure.interval', { low: percent(figures.responseRate.interval.low), high: percent(figures.responseRate.interval.high) })}</Text></> : '–'}</dd></div>
          </dl>
          <Text size="xs" c="dimmed">{t('asked.rateDefinition')}</Text>
          {figures.bounced + figures.withdrawn > 0 && (
            <Text size="sm" c="dimmed">{t('asked.lost', { bounced: figures.bounced, withdrawn: figures.withdrawn })}</Text>
          )}
          {reasons.length > 0 && (
            <Stack gap={10} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {reasons.map((reason) => {
                const number = figures.outcomes[reason]!;
                return (
                  <li key={reason}>
                    <Text size="sm" mb={3}>{t(`asked.outcome.${reason}`)} <Text span c="dimmed" className="numbers">{format.number(number)} · {format.percent(number / figures.decided)}</Text></Text>
                    <div className={classes.reasonBar}><div style={{ width: `${(100 * number) / figures.decided}%` }} /></div>
                  </li>
                );
              })}
            </Stack>
          )}
        </Stack>
      )}
    </section>
  );
}
