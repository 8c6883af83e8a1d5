import { ProblemNote } from '@app/form/ProblemNote';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { useChannels } from '@app/channels';
import { Meanwhile } from '@app/form/Meanwhile';
import { Unsaved } from '@app/form/Unsaved';
import { ActionIcon, Badge, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setHours, type Calendar, type Hours, type Site } from './api';
import classes from './List.module.css';
import { useStored } from './useStore';

interface Props { brand: string; hours: Hours[]; calendars: Calendar[]; sites: Site[]; onReplace: () => void }

const drafts = (hours: Hours[]) => hours.map(({ channel, site, calendar, answerMinutes }) => ({ channel, site: site ?? null as string | null, calendar, answerMinutes }));

const stay = () => {};

export function HoursForm({ brand, hours, calendars, sites, onReplace }: Props) {
  const { t } = useTranslation('organisation');
  const format = useFormat(useZone(brand));
  const { channels, nameOf } = useChannels();
  const stored = useStored(stay);
  const [opened, setOpened] = useState(() => JSON.stringify(drafts(hours)));
  const server = useServerForm(
    { initialValues: { hours: drafts(hours) } },
    async (values) => {
      await stored(setHours(brand, values.hours.map((one) => ({ ...one, site: one.site ?? undefined }))));
      server.form.resetDirty();
      setOpened(JSON.stringify(values.hours));
    },
  );
  const { form } = server;
  const sorted = (json: string) => JSON.stringify((JSON.parse(json) as unknown[]).map((one) => JSON.stringify(one)).sort());
  const changedMeanwhile = !server.sending && sorted(JSON.stringify(drafts(hours))) !== sorted(opened);
  // A channel that is no longer there keeps its row until somebody removes it.
  const choices = (now: string) => [...channels.map((one) => ({ value: one.key, label: one.name })),
    ...(now && !channels.some((one) => one.key === now) ? [{ value: now, label: now }] : [])];
  return (
    <form onSubmit={server.submit} noValidate>
      <Unsaved dirty={() => form.isDirty()} />
      <Stack>
        {changedMeanwhile && <Meanwhile onShow={onReplace} />}
        {form.values.hours.map((row, index) => {
          const now = hours.find((one) => one.channel === row.channel && (one.site ?? null) === row.site);
          return (
            <div key={index} className={classes.card} role="group" aria-label={nameOf(row.channel)}>
              <div className={classes.promise}>
                <Select label={t('hours.channel')} allowDeselect={false} data={choices(row.channel)} {...form.getInputProps(`hours.${index}.channel`)} />
                <Select label={t('hours.site')} clearable placeholder={t('hours.allSites')} data={offered(sites, hours.map((one) => one.site)).map((site) => ({ value: site.id, label: site.name }))} {...form.getInputProps(`hours.${index}.site`)} />
                <Select label={t('hours.calendar')} allowDeselect={false} data={calendars.map((calendar) => ({ value: calendar.id, label: calendar.name }))} {...form.getInputProps(`hours.${index}.calendar`)} />
                <NumberInput label={t('hours.answer')} min={1} max={43200} {...form.getInputProps(`hours.${index}.answerMinutes`)} />
                <ActionIcon size="lg" variant="subtle" color="red" aria-label={t('hours.remove', { channel: nameOf(row.channel) })} onClick={() => form.removeListItem('hours', index)}><IconTrash size={18} /></ActionIcon>
              </div>
              {now && (
                <Group mt="sm" gap="xs">
                  <Badge variant="light" color={now.openNow ? 'teal' : 'gray'}>{now.openNow ? t('hours.open') : t('hours.closed')}</Badge>
                  <Text size="sm" c="dimmed">{t('hours.promise', { moment: format.dateTime(now.answerDueNow) })}</Text>
                </Group>
              )}
            </div>
          );
        })}
        {form.values.hours.length === 0 && <Text c="dimmed">{t('hours.none')}</Text>}
        <ProblemNote error={server.problem && !Object.keys(server.problem.fieldErrors).some((field) => field.startsWith('hours.')) ? server.problem : null} />
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} />}
            onClick={() => form.insertListItem('hours', { channel: channels.find((one) => !form.values.hours.some((row) => row.channel === one.key))?.key ?? channels[0]?.key ?? '', site: null, calendar: calendars[0]!.id, answerMinutes: 240 })}>{t('hours.add')}</Button>
          <Button type="submit" loading={server.sending}>{t('app:save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
