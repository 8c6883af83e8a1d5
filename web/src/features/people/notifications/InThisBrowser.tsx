import { makeNotification } from '@app/notify/Notifier';
import { usePermission } from '@app/notify/permission';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconBellOff, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether this browser lets us notify, and what to do when it does not; it is asked only after a click. */
export function InThisBrowser() {
  const { t } = useTranslation('people');
  const { permission, ask } = usePermission();
  const [outcome, setOutcome] = useState<'dismissed' | 'exampleNot'>();
  if (permission === 'unsupported' || permission === 'denied') {
    return (
      <Alert color="orange" variant="light" icon={<IconBellOff size={20} aria-hidden="true" />} title={t(`notifications.${permission}`)} role="status">
        {t(permission === 'denied' ? 'notifications.deniedHow' : 'notifications.unsupportedHow')}
      </Alert>
    );
  }
  const allow = async () => setOutcome((await ask()) === 'ask' ? 'dismissed' : undefined);
  const example = () => setOutcome(makeNotification(t('notifications.exampleTitle'), { tag: 'example' }) ? undefined : 'exampleNot');
  return (
    <>
      <Group justify="space-between" gap="sm">
        {permission === 'granted'
          ? <Text size="sm" fw={500} component={Group} gap={6} wrap="nowrap"><IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden="true" />{t('notifications.granted')}</Text>
          : <Text size="sm" flex={1} miw={200}>{t('notifications.notYet')}</Text>}
        {permission === 'granted'
          ? <Button variant="default" onClick={example}>{t('notifications.example')}</Button>
          : <Button onClick={() => void allow()}>{t('notifications.ask')}</Button>}
      </Group>
      <Text size="sm" role="status" mt={outcome && 6}>{outcome && t(`notifications.${outcome}`)}</Text>
    </>
  );
}
