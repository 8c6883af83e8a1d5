import { Badge, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalendars, weekdays, type Calendar } from './api';
import { CalendarForm } from './CalendarForm';
import { Rows } from './Rows';

export default function CalendarsPage() {
  const { t } = useTranslation('organisation');
  const [open, setOpen] = useState<{ calendar?: Calendar } | null>(null);
  return (
    <>
      <Rows texts="calendars" query={useCalendars()} onOpen={(calendar) => setOpen({ calendar })} row={(calendar) => (
        <>
          <div><Text fw={550}>{calendar.name}</Text><Text size="sm" c="dimmed">{calendar.zone}</Text></div>
          {calendar.alwaysOpen ? <Badge variant="light" color="teal">{t('calendars.alwaysOpen')}</Badge> : (
            <Text size="sm" c="dimmed">{weekdays.filter((day) => calendar.week.some((block) => block.day === day)).map((day) => t(`short.${day}`)).join(' ')}</Text>
          )}
        </>
      )} />
      {open && <CalendarForm key={JSON.stringify(open)} calendar={open.calendar} onReplace={(calendar) => setOpen({ calendar })} onClose={() => setOpen(null)} />}
    </>
  );
}
