import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import type { QueueToday } from '../types';
import classes from './Floor.module.css';

/** The share answered in time, with of how many; no share below ten. */
export function InTime({ today }: { today: QueueToday | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  if (!today) return <span className={classes.zero}>{t('floor.nobody')}</span>;
  const { share, n } = today.answers;
  return (
    <>
      <span className={share ? classes.big : classes.zero}>{share ? format.hundredths(share.percent) : t('floor.nobody')}</span>
      {n > 0 && <span className={classes.under}>{t('floor.queues.ofDue', { count: n, n: format.number(n) })}</span>}
    </>
  );
}

/** What is promised and due next, and what is late. */
export function DueSoon({ today }: { today: QueueToday | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  if (!today) return <span className={classes.zero}>{t('floor.nobody')}</span>;
  return (
    <>
      <span className={today.dueSoon === 0 ? classes.zero : classes.big}>{format.number(today.dueSoon)}</span>
      {today.late > 0 && <span className={classes.lateUnder}>{t('floor.queues.late', { count: today.late, n: format.number(today.late) })}</span>}
    </>
  );
}
