import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../api/http';
import { Problem } from '../api/problem';
import { useLiveState } from '../live';
import classes from './Stale.module.css';

const patience = 2_500;
const askEvery = 5_000;

type Health = 'ready' | 'databaseAway' | 'away';

async function askHealth(): Promise<Health> {
  try {
    await http.get('/health/ready');
    return 'ready';
  } catch (failure) {
    return Problem.of(failure).code === 'system/database-unreachable' ? 'databaseAway' : 'away';
  }
}

/** Says that the screen is no longer live; a hiccup shorter than a few seconds is not worth a word. */
export function Stale() {
  const { t } = useTranslation();
  const { state, retryNow } = useLiveState();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (state !== 'away') {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, [state]);
  const health = useQuery({ queryKey: ['health'], queryFn: askHealth, enabled: shown, refetchInterval: askEvery, staleTime: 0 }).data;
  useEffect(() => {
    if (shown && health === 'ready') retryNow();
  }, [shown, health, retryNow]);
  return (
    <div role="status">
      {shown && (
        <Group className={classes.banner} gap="sm" wrap="nowrap">
          <IconPlugConnectedX size={18} aria-hidden="true" />
          <Text size="sm" flex={1}>{t(health === 'databaseAway' ? 'databaseAway' : 'stale')}</Text>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={retryNow}>{t('retry')}</Button>
        </Group>
      )}
    </div>
  );
}
