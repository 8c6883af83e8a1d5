import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { Badge, MultiSelect, NumberInput, Select, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { store, useCalendars, useDepartments, usePeople, type Department } from './api';
import { ProcessEditor, type ProcessDraft } from './ProcessEditor';
import { Rows } from './Rows';
import { useStored } from './useStore';

const inUse = (department: Department) => department.processes.filter((one) => !one.archived).length;

export default function DepartmentsPage() {
  const { t, i18n } = useTranslation('organisation');
  const [open, setOpen] = useState<{ department?: Department } | null>(null);
  const departments = useDepartments();
  return (
    <>
      <Rows texts="departments" query={departments} onOpen={(department) => setOpen({ department })} row={(one) => (
        <>
          <Text fw={550} c={one.archived ? 'dimmed' : undefined}>{i18n.language === 'nl' ? one.nameNl : one.nameEn}</Text>
          {inUse(one) > 0 && <Text size="sm" c="dimmed">{t('processes.count', { count: inUse(one) })}</Text>}
          {one.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
        </>
      )} />
      {open && <DepartmentForm key={JSON.stringify(open)} department={open.department} onReplace={(department) => setOpen({ department })} next={(departments.data?.length ?? 0) * 10} onClose={() => setOpen(null)} />}
    </>
  );
}

interface FormProps { department?: Department; next: number; onReplace: (department: Department) => void; onClose: () => void }

function DepartmentForm({ department, next, onReplace, onClose }: FormProps) {
  const { t } = useTranslation('organisation');
  const theirs = useTheirs(department, useDepartments().data, onReplace);
  const stored = useStored(onClose);
  const server = useServerForm({
    initialValues: {
      nameNl: department?.nameNl ?? '',
      nameEn: department?.nameEn ?? '',
      position: department?.position ?? next,
      archived: department?.archived ?? false,
      answerMinutes: department?.answerMinutes ?? 480,
      calendar: department?.calendar ?? null as string | null,
      members: department?.members ?? [] as string[],
      mail: department?.mail ?? '',
      processes: department?.processes ?? [] as ProcessDraft[],
    },
  }, (values) => stored(store('departments', department?.id, { ...values, calendar: values.calendar ?? undefined, version: department?.version })));
  const { form } = server;
  const [search, setSearch] = useState('');
  const calendars = useCalendars();
  const people = usePeople(search, form.values.members);
  return (
    <FormDrawer opened title={department ? t('departments.change') : t('departments.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('nameEn')} {...form.getInputProps('nameEn')} />
      <NumberInput label={t('position')} description={t('positionHelp')} min={0} {...form.getInputProps('position')} />
      <MultiSelect label={t('departments.members')} description={t('departments.membersHelp')} searchable searchValue={search} onSearchChange={setSearch}
        nothingFoundMessage={t('departments.nobody')} data={people.map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('members')} />
      <TextInput type="email" label={t('departments.mail')} description={t('departments.mailHelp')} {...form.getInputProps('mail')} />
      <NumberInput label={t('departments.answer')} description={t('departments.answerHelp')} min={1} max={43200} {...form.getInputProps('answerMinutes')} />
      <Select label={t('departments.calendar')} description={t('departments.calendarHelp')} clearable
        data={(calendars.data ?? []).map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('calendar')} />
      <ProcessEditor processes={form.values.processes} onChange={(processes) => form.setFieldValue('processes', processes)} input={(path, options) => form.getInputProps(path, options)} />
      {department && <Switch label={t('archived')} description={t('archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
