import { toastProblem } from '@app/announce';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys, useMe } from '../api';
import classes from './Duty.module.css';

/** Who logged me off and why, wherever in the product I am, until I say whether I am there. */
export function LoggedOff() {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const told = useMe().data?.loggedOff;
  const choose = useMutation({
    mutationFn: desk.presence,
    onSuccess: (now) => queries.setQueryData(keys.me, now),
    onError: toastProblem,
  });
  if (!told) return null;
  return (
    <section className={classes.offer} role="alert">
      <Text fw={600}>{t('loggedOff.title', { by: told.by })}</Text>
      <Text my={6} style={{ overflowWrap: 'anywhere' }}>{`“${told.why}”`}</Text>
      <Text size="sm" c="dimmed" mb="md">{t('loggedOff.detail')}</Text>
      <Group grow>
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate('OFFLINE')}>{t('loggedOff.fine')}</Button>
        <Button loading={choose.isPending} onClick={() => choose.mutate('AVAILABLE')}>{t('loggedOff.here')}</Button>
      </Group>
    </section>
  );
}
