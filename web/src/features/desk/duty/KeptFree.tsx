import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api';
import classes from './Duty.module.css';

/** Which queues keep me free, so that I know why other work goes to others. */
export function KeptFree() {
  const { t } = useTranslation('desk');
  const queues = useMe().data?.keptFor ?? [];
  if (queues.length === 0) return null;
  return (
    <div className={classes.otherWork} role="status">
      <Text size="sm" fw={550}>{t('otherWork.keptFor', { queues: queues.map((queue) => queue.name).join(', ') })}</Text>
      <Text size="xs" c="dimmed">{t('otherWork.keptForHelp')}</Text>
    </div>
  );
}
