import { useCustomerGroups } from '@app/groups/api';
import { ProblemNote } from '@app/form/ProblemNote';
import { Unsaved } from '@app/form/Unsaved';
import { useServerForm } from '@app/form/useServerForm';
import { useSession, useUser } from '@app/session';
import { Button, Checkbox, Group, MultiSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueues } from '../api';
import { useSubStatesOf } from './api';
import { Held } from './Held';
import { askedOf, type Values } from './values';
import classes from './SavedViews.module.css';

interface Props {
  values: Values;
  /** Answers with where to go. */
  onSave: (values: Values) => Promise<() => void>;
  /** Beside the button. */
  extra?: ReactNode;
}

const dues = [0, 1, 4, 8, 24, 72, 168];
const waits = [1, 4, 8, 24, 72, 168];

/** What a view asks of conversations, beside what answers to it now. */
export function ViewForm({ values, onSave, extra }: Props) {
  const { t, i18n } = useTranslation('desk');
  const { brands, teams } = useUser();
  const { may } = useSession();
  const queuesRead = useQueues();
  const queues = queuesRead.data ?? [];
  const groupsRead = useCustomerGroups();
  const groups = groupsRead.data ?? [];
  const read = queuesRead.isSuccess && !groupsRead.isLoading;
  const left = useRef(false);
  const { form, problem, sending, submit } = useServerForm({ initialValues: values as Values & { conditions?: string } }, async (wanted) => {
    const go = await onSave(wanted);
    left.current = true;
    go();
  });
  const now = form.values;
  const subStates = useSubStatesOf(now.brands.length > 0 ? now.brands : brands.map((one) => one.id));
  const nl = i18n.language === 'nl';
  const inBrands = <T extends { brand?: string }>(all: T[]) => (now.brands.length === 0 ? all : all.filter((one) => one.brand === undefined || now.brands.includes(one.brand)));
  const brandOf = (id?: string) => (brands.length > 1 && now.brands.length !== 1 ? brands.find((one) => one.id === id)?.name : undefined);
  const many = (field: 'whose' | 'brands' | 'queues' | 'media' | 'priorities' | 'subStates' | 'groups', data: { value: string; label: string }[]) => {
    const gone = now[field].filter((value) => data.every((one) => one.value !== value)).map((value) => ({ value, label: t(read ? 'views.gone' : 'views.any') }));
    return (
      <MultiSelect label={t(`views.field.${field}`)} placeholder={now[field].length === 0 ? t('views.any') : undefined} searchable={data.length > 6} clearable hidePickedOptions
        clearButtonProps={{ 'aria-label': t('views.clear', { field: t(`views.field.${field}`) }) }}
        data={[...data, ...gone]} {...form.getInputProps(field)} />
    );
  };
  const hours = (field: 'dueWithinHours' | 'waitsHours', all: number[]) => (
    <Select label={t(`views.field.${field}`)} allowDeselect={false} {...form.getInputProps(field)}
      data={[{ value: '', label: t('views.any') }, ...[...new Set([...all, ...(now[field] === '' ? [] : [Number(now[field])])])].sort((a, b) => a - b)
        .map((one) => ({ value: String(one), label: hoursText(field, one) }))]} />
  );
  const hoursText = (field: string, n: number) => (n === 0 ? t('views.late') : n % 24 === 0 && n > 24 ? t(`views.${field}.days`, { count: n / 24 }) : t(`views.${field}.hours`, { count: n }));
  const shared = may('contacts.assign') ? teams : teams.filter((one) => one.id === values.team);
  return (
    <form noValidate onSubmit={submit}>
      <Unsaved dirty={() => !left.current && !sending && JSON.stringify(form.getValues()) !== JSON.stringify(values)} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md" style={{ minWidth: 0 }}>
          <TextInput label={t('views.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
          {shared.length > 0 && (
            <Select label={t('views.forWhom')} allowDeselect={false} {...form.getInputProps('team')}
              data={[{ value: '', label: t('views.forMe') }, ...shared.map((one) => ({ value: one.id, label: t('views.forTeam', { team: one.name }) }))]} />
          )}
          <fieldset className={classes.conditions}>
            <legend>{t('views.conditions')}</legend>
            <Text size="sm" c="dimmed" mb="xs">{t('views.conditionsHelp')}</Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {many('whose', (['ME', 'TEAM', 'NOBODY'] as const).map((value) => ({ value, label: t(`views.whose.${value}`) })))}
              {brands.length > 1 && many('brands', brands.map((one) => ({ value: one.id, label: one.name })))}
              {many('queues', inBrands(queues).map((one) => ({ value: one.id, label: [one.name, brandOf(one.brand)].filter(Boolean).join(' · ') })))}
              {many('media', ['mail', 'chat', 'call'].map((value) => ({ value, label: t(`medium.${value}`) })))}
              {many('priorities', (['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const).map((value) => ({ value, label: t(`app:haste.${value}`) })))}
              {groups.length > 0 && many('groups', inBrands(groups).filter((one) => !one.archived || now.groups.includes(one.id))
                .map((one) => ({ value: one.id, label: [nl ? one.nameNl : one.nameEn, brandOf(one.brand)].filter(Boolean).join(' · ') })))}
              {(subStates.length > 0 || now.subStates.length > 0) && many('subStates', subStates.filter((one) => !one.archived || now.subStates.includes(one.id!))
                .map((one) => ({ value: one.id!, label: [nl ? one.nameNl : one.nameEn, brandOf(one.brand)].filter(Boolean).join(' · ') })))}
              <Select label={t('views.field.turn')} allowDeselect={false} {...form.getInputProps('turn')}
                data={[{ value: '', label: t('views.any') }, ...(['OURS', 'CUSTOMERS'] as const).map((value) => ({ value, label: t(`views.turn.${value}`) }))]} />
              {hours('dueWithinHours', dues)}
              {hours('waitsHours', waits)}
            </SimpleGrid>
            <TextInput mt="sm" label={t('views.field.words')} maxLength={100} {...form.getInputProps('words')} />
            <Group mt="md" gap="lg">
              <Checkbox label={t('views.field.unread')} {...form.getInputProps('unread', { type: 'checkbox' })} />
              <Checkbox label={t('views.field.undelivered')} {...form.getInputProps('undelivered', { type: 'checkbox' })} />
            </Group>
            {form.errors.conditions && <Text size="sm" c="var(--mantine-color-error)" role="alert" mt="sm">{form.errors.conditions}</Text>}
          </fieldset>
          <ProblemNote error={problem?.fieldErrors.conditions ? undefined : problem} />
          <Group>
            <Button type="submit" loading={sending}>{t('app:save')}</Button>
            {extra}
          </Group>
        </Stack>
        <Held asked={askedOf(now)} />
      </SimpleGrid>
    </form>
  );
}
