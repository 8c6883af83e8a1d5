import { useFormat } from '@app/format';
import { IconMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api';
import classes from './List.module.css';

/** Why nothing comes by itself to someone who is available: the channel is closed, and what waits may be taken all the same. */
export function Held() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const me = useMe().data;
  if (!me?.held || me.state !== 'AVAILABLE') return null;
  const { count, opensAt } = me.held;
  return (
    <p className={classes.held} role="status">
      <IconMoon size={16} aria-hidden="true" />
      <span>{opensAt ? t('held.until', { count, time: format.moment(opensAt) }) : t('held.closed', { count })}</span>
    </p>
  );
}
