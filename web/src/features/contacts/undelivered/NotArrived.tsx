import { useSession } from '@app/session';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUndeliveredCounts, useUndeliveredLive } from '../api';
import classes from './Undelivered.module.css';

/** Stands in the navigation only while a message waits for a person: mine first, else those of everyone I see. */
export function NotArrived() {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  useUndeliveredLive();
  const counts = useUndeliveredCounts().data;
  if (!counts) return null;
  const all = may('outbox.view') ? counts.failed + counts.bounced : 0;
  if (counts.mine === 0 && all === 0) return null;
  const mine = counts.mine > 0;
  return (
    <Link to={mine ? '/undelivered?mine=yes' : '/undelivered'} className={classes.foot}>
      <IconAlertTriangle size={17} aria-hidden="true" />
      <span>{mine ? t('footMine', { count: counts.mine }) : t('foot', { count: all })}</span>
    </Link>
  );
}
