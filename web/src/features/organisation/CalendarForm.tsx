import { toastProblem } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { Button, Select, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deleteCalendar, store, useCalendars, type Calendar, type Holiday, type WeekBlock } from './api';
import { HolidayEditor } from './HolidayEditor';
import { useStored, zones } from './useStore';
import { WeekEditor } from './WeekEditor';

interface Props { calendar?: Calendar; onReplace: (calendar: Calendar) => void; onClose: () => void }

export function CalendarForm({ calendar, onReplace, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const theirs = useTheirs(calendar, useCalendars().data, onReplace);
  const stored = useStored(onClose);
  const confirm = useConfirm();
  const server = useServerForm({
    initialValues: {
      name: calendar?.name ?? '',
      zone: calendar?.zone ?? 'Europe/Amsterdam',
      alwaysOpen: calendar?.alwaysOpen ?? false,
      week: calendar?.week ?? [] as WeekBlock[],
      holidays: calendar?.holidays ?? [] as Holiday[],
    },
  }, (values) => stored(store('calendars', calendar?.id, values)));
  const { form } = server;
  const remove = async () => {
    if (!calendar || !(await confirm({ title: t('calendars.deleteAsk', { name: calendar.name }), confirm: t('calendars.delete'), danger: true }))) return;
    try {
      await stored(deleteCalendar(calendar.id));
    } catch (failure) {
      toastProblem(failure);
    }
  };
  return (
    <FormDrawer opened size="lg" title={calendar ? calendar.name : t('calendars.add')} onClose={onClose} server={server} theirs={theirs}
      extra={calendar && <Button variant="subtle" color="red" onClick={() => void remove()}>{t('calendars.delete')}</Button>}>
      <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
      <Select label={t('zone')} searchable allowDeselect={false} limit={50} data={zones} {...form.getInputProps('zone')} />
      <Switch label={t('calendars.alwaysOpen')} description={t('calendars.alwaysOpenHelp')} {...form.getInputProps('alwaysOpen', { type: 'checkbox' })} />
      {!form.values.alwaysOpen && <WeekEditor week={form.values.week} onChange={(week) => form.setFieldValue('week', week)} />}
      {form.errors.week && <Text c="var(--late)" size="sm" role="alert">{form.errors.week}</Text>}
      <HolidayEditor holidays={form.values.holidays} onChange={(holidays) => form.setFieldValue('holidays', holidays)} />
      {form.errors.holidays && <Text c="var(--late)" size="sm" role="alert">{form.errors.holidays}</Text>}
    </FormDrawer>
  );
}
