import { useFormat } from '@app/format';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api';
import classes from './Duty.module.css';

/** Which other queues I was given for a while, by whom and why. */
export function OtherWork() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const work = useMe().data?.otherWork;
  if (!work) return null;
  return (
    <div className={classes.otherWork} role="status">
      <Text size="sm" fw={550}>{t(work.only ? 'otherWork.only' : 'otherWork.also', { queues: work.queues.map((queue) => queue.name).join(', '), time: format.moment(work.until) })}</Text>
      <Text size="xs" c="dimmed">{work.why ? t('otherWork.byWhy', { by: work.by, why: work.why }) : work.by}</Text>
    </div>
  );
}
