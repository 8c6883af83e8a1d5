import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Days from now at which one usually comes back, each in the morning. */
const usual = { tomorrow: 1, days: 3, week: 7 };
const written = 'YYYY-MM-DDTHH:mm';
const morning = (days: number) => dayjs().add(days, 'day').hour(9).minute(0).format(written);

interface Props {
  /** When the first of what is still promised is due; absent when nothing is. */
  promised?: { dueAt: string; brand: string };
  /** After how many days one usually comes back to it. */
  days?: number;
  error?: string;
  busy: boolean;
  onKeep: (comesBackAt: string | undefined) => void;
  onCancel: () => void;
}

/** When to come back to a case that stays open. */
export function KeepOpen({ promised, days, error, busy, onKeep, onCancel }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const there = useFormat(useZone(promised?.brand));
  const first = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(() => morning(days ?? usual.tomorrow));
  useEffect(() => first.current?.focus(), []);
  const instant = at === '' ? undefined : dayjs(at).toISOString();
  const after = instant !== undefined && promised !== undefined && Date.parse(instant) > Date.parse(promised.dueAt);
  const words = promised && Date.parse(promised.dueAt) < Date.now() ? 'wasPromised' : 'promised';
  return (
    <Stack gap="xs" role="group" aria-label={t('comeBack.when')}>
      <Text fw={600} size="sm">{t('comeBack.when')}</Text>
      <Group gap={6}>
        {Object.entries(usual).map(([name, after], index) => {
          const chosen = at === morning(after);
          return (
            <Button key={name} ref={index === 0 ? first : undefined} size="compact-sm" variant={chosen ? 'light' : 'default'} aria-pressed={chosen} onClick={() => setAt(morning(after))}>
              {t(`comeBack.${name}`)}
            </Button>
          );
        })}
      </Group>
      <TextInput type="datetime-local" label={t('comeBack.moment')} value={at} min={dayjs().format(written)} error={error} onChange={(event) => setAt(event.currentTarget.value)} />
      {after && (
        <Alert role="alert" color="yellow" variant="light" py={8} icon={<IconClockExclamation />} title={t(`comeBack.${words}`, { time: there.due(promised.dueAt) })}>
          {t(`comeBack.${words}Help`)}
        </Alert>
      )}
      <Button loading={busy} onClick={() => onKeep(instant)}>{instant ? t('comeBack.keepUntil', { time: format.moment(instant) }) : t('wrapUp.keepOpen')}</Button>
      <Button variant="subtle" color="gray" onClick={onCancel}>{t('app:cancel')}</Button>
    </Stack>
  );
}
