import { ActionIcon, Button, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from './api';
import { HolidayImport } from './HolidayImport';

interface Props { holidays: Holiday[]; onChange: (holidays: Holiday[]) => void }

/** Days that differ from their weekday: closed, or open at other times. */
export function HolidayEditor({ holidays, onChange }: Props) {
  const { t, i18n } = useTranslation('organisation');
  const change = (index: number, next: Partial<Holiday>) => onChange(holidays.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <div>
      <Title order={3} size="h5" mb="xs">{t('calendars.holidays')}</Title>
      {holidays.length === 0 && <Text size="sm" c="dimmed">{t('calendars.noHolidays')}</Text>}
      <Stack gap="md">
        {holidays.map((holiday, index) => (
          <div key={index} role="group" aria-label={holiday.name || holiday.day}>
            <Group gap="xs" align="end">
              <DateInput w={150} label={t('calendars.day')} locale={i18n.language} valueFormat="D MMM YYYY" value={holiday.day} onChange={(day) => day && change(index, { day })} />
              <TextInput flex={1} miw={140} label={t('name')} value={holiday.name} onChange={(event) => change(index, { name: event.currentTarget.value })} />
              <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('calendars.removeHoliday', { name: holiday.name })} onClick={() => onChange(holidays.filter((_, at) => at !== index))}><IconX size={16} /></ActionIcon>
            </Group>
            <Group gap="xs" mt={6}>
              <Switch label={t('calendars.openAnyway')} checked={holiday.opens !== undefined}
                onChange={(event) => change(index, event.currentTarget.checked ? { opens: '10:00', closes: '16:00' } : { opens: undefined, closes: undefined })} />
              {holiday.opens !== undefined && (
                <>
                  <TimeInput aria-label={t('calendars.opens', { day: holiday.name })} value={holiday.opens} onChange={(event) => change(index, { opens: event.currentTarget.value })} />
                  <TimeInput aria-label={t('calendars.closes', { day: holiday.name })} value={holiday.closes} onChange={(event) => change(index, { closes: event.currentTarget.value })} />
                </>
              )}
            </Group>
          </div>
        ))}
      </Stack>
      <Group mt="xs" gap="xs">
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...holidays, { day: new Date().toISOString().slice(0, 10), name: '' }])}>{t('calendars.addHoliday')}</Button>
        <HolidayImport known={holidays} onAdd={(days) => onChange([...holidays, ...days].sort((a, b) => a.day.localeCompare(b.day)))} />
      </Group>
    </div>
  );
}
