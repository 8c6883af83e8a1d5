import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answers, QueueToday } from '../types';
import classes from './Floor.module.css';

/** The share answered in time, with of how many, none included; no share below ten. */
export function InTime({ answers }: { answers: Answers | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  if (!answers) return <span className={classes.zero}>{t('floor.nobody')}</span>;
  const { share, n } = answers;
  return (
    <>
      <span className={share ? classes.big : classes.zero}>{share ? format.hundredths(share.percent) : t('floor.nobody')}</span>
      <span className={classes.under}>{t('floor.queues.ofDue', { count: n, n: format.number(n) })}</span>
    </>
  );
}

/** What is promised and due next, and what is late; leads to all of it. */
export function DueSoon({ today, name }: { today: QueueToday | undefined; name: string }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const { may } = useSession();
  if (!today) return <span className={classes.zero}>{t('floor.nobody')}</span>;
  const numbers = (
    <>
      <span className={today.dueSoon === 0 ? classes.zero : classes.big}>{format.number(today.dueSoon)}</span>
      {today.late > 0 && <span className={classes.lateUnder}>{t('floor.queues.late', { count: today.late, n: format.number(today.late) })}</span>}
    </>
  );
  if (today.dueSoon + today.late === 0 || !may('contacts.view')) return numbers;
  return (
    <Anchor component={Link} c="inherit" to={`/live/promises?queue=${today.queue}&within=hour`} aria-label={t('floor.queues.dueOf', { queue: name, soon: format.number(today.dueSoon), late: format.number(today.late) })}>
      {numbers}
    </Anchor>
  );
}
