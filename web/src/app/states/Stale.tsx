import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../live';
import classes from './Stale.module.css';

const patience = 2_500;

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
  return (
    <div role="status">
      {shown && (
        <Group className={classes.banner} gap="sm" wrap="nowrap">
          <IconPlugConnectedX size={18} aria-hidden="true" />
          <Text size="sm" flex={1}>{t('stale')}</Text>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={retryNow}>{t('retry')}</Button>
        </Group>
      )}
    </div>
  );
}
