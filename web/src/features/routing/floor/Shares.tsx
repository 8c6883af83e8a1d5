import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import type { QueueToday } from '../types';
import classes from './Floor.module.css';

/** What everyone who shares a queue took today, beside its share. */
export function Shares({ today }: { today: QueueToday | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const shares = today?.shares ?? [];
  const all = shares.reduce((sum, share) => sum + share.taken, 0);
  if (shares.length === 0) return null;
  return (
    <ul className={classes.shares} aria-label={t('floor.queues.shares')}>
      {shares.map((share) => (
        <li key={`${share.partner}/${share.site}`}>
          <span>{share.site ?? share.partner ?? t('queues.ourOwn')}</span>{' '}
          <span className={classes.part}>
            {all === 0
              ? t('floor.queues.shareOnly', { share: format.percent(share.percent / 100) })
              : t('floor.queues.shareOf', { taken: format.number(share.taken), got: format.percent(share.taken / all), share: format.percent(share.percent / 100) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
