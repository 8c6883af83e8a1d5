import { useFormat } from '@app/format';
import { useLive } from '@app/live';
import { Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys, useSent } from '../api';
import floor from '../floor/Floor.module.css';
import classes from '../hands/Hands.module.css';

/** What I said in the last day, and who has not read it. */
export function SaidToday() {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const queries = useQueryClient();
  const sent = useSent();
  useLive('notice.read', () => void queries.invalidateQueries({ queryKey: keys.sent }), keys.sent);
  if (!sent.data || sent.data.length === 0) return null;
  return (
    <section className={floor.section} aria-labelledby="said">
      <Title order={2} size="h3" mb="sm" id="said">{t('notices.today')}</Title>
      <ul className={classes.said}>
        {sent.data.map((one) => (
          <li key={one.id}>
            <Text size="sm" fw={550}>{one.words}</Text>
            <Text size="sm" c="dimmed">
              {t('notices.sentTo', { to: one.to, time: format.moment(one.sentAt) })}{' · '}
              {one.unread.length === 0 ? t('notices.readByAll', { count: one.readers }) : t('notices.notRead', { read: one.readers - one.unread.length, of: one.readers, names: one.unread.join(', ') })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
