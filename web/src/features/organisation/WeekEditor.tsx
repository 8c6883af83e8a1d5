import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { weekdays, type WeekBlock, type Weekday } from './api';
import classes from './List.module.css';

interface Props { week: WeekBlock[]; onChange: (week: WeekBlock[]) => void }

/** Blocks per weekday; a day without any is closed. */
export function WeekEditor({ week, onChange }: Props) {
  const { t } = useTranslation('organisation');
  const of = (day: Weekday) => week.filter((block) => block.day === day);
  const replace = (day: Weekday, blocks: WeekBlock[]) =>
    onChange(weekdays.flatMap((one) => (one === day ? blocks : of(one))));
  const add = (day: Weekday) => {
    const last = of(day).at(-1);
    replace(day, [...of(day), last ? { day, opens: last.closes, closes: '00:00' } : { day, opens: '09:00', closes: '17:00' }]);
  };
  const copyMonday = () => onChange([
    ...weekdays.slice(0, 5).flatMap((day) => of('MONDAY').map((block) => ({ ...block, day }))), ...of('SATURDAY'), ...of('SUNDAY'),
  ]);
  return (
    <div>
      <Group justify="space-between">
        <Title order={3} size="h5">{t('calendars.week')}</Title>
        {of('MONDAY').length > 0 && <Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} />} onClick={copyMonday}>{t('calendars.copyMonday')}</Button>}
      </Group>
      {weekdays.map((day) => (
        <div key={day} className={classes.day} role="group" aria-label={t(`days.${day}`)}>
          <Text size="sm" pt={6}>{t(`days.${day}`)}</Text>
          <div className={classes.blocks}>
            {of(day).length === 0 && <Text size="sm" c="dimmed" pt={6}>{t('calendars.closed')}</Text>}
            {of(day).map((block, index) => {
              const change = (next: Partial<WeekBlock>) => replace(day, of(day).map((one, at) => (at === index ? { ...one, ...next } : one)));
              return (
                <Group key={index} gap="xs" wrap="nowrap">
                  <TimeInput aria-label={t('calendars.opens', { day: t(`days.${day}`) })} value={block.opens} onChange={(event) => change({ opens: event.currentTarget.value })} />
                  <span aria-hidden="true">–</span>
                  <TimeInput aria-label={t('calendars.closes', { day: t(`days.${day}`) })} value={block.closes} onChange={(event) => change({ closes: event.currentTarget.value })} />
                  <ActionIcon variant="subtle" color="gray" aria-label={t('calendars.removeBlock')} onClick={() => replace(day, of(day).filter((_, at) => at !== index))}><IconX size={16} /></ActionIcon>
                </Group>
              );
            })}
            <div><Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={12} />} onClick={() => add(day)}>{t('calendars.addBlock')}</Button></div>
          </div>
        </div>
      ))}
      <Text size="xs" c="dimmed" mt={6}>{t('calendars.midnight')}</Text>
    </div>
  );
}
