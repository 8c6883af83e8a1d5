import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUser } from '@app/session';
import { useQueues, type ListenFilter } from '../api';
import { useChannelName, useCountryName } from '../names';
import type { Choices } from '../types';
import { lastDays, periods, useZones } from './useListenPlace';

interface Props {
  filter: ListenFilter;
  days?: number;
  choices?: Choices;
  set: (changes: Record<string, string | number | undefined | null>) => void;
}

/** One row of filters; each choice stands in the address. */
export function Filters({ filter, days, choices, set }: Props) {
  const { t } = useTranslation('feedback');
  const { brands } = useUser();
  const zones = useZones();
  const queues = useQueues();
  const channelName = useChannelName();
  const countryName = useCountryName();
  const chosen = [filter.brand, filter.channel, filter.queue, filter.team, filter.country].some(Boolean);
  const queueName = (id: string) => queues.find((queue) => queue.id === id)?.name;

  const choice = (name: keyof ListenFilter, data: { value: string; label: string }[]) => data.length > 1 || filter[name] ? (
    <Select key={name} size="sm" w={170} clearable searchable={data.length > 8} label={t(`filter.${name}`)} placeholder={t('filter.all')}
      data={data} value={filter[name] ?? null} onChange={(value) => set({ [name]: value })}
      clearButtonProps={{ 'aria-label': t('filter.clearOne', { name: t(`filter.${name}`) }) }} />
  ) : null;

  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={t('filter.group')}>
      <Select size="sm" w={170} label={t('filter.period')} allowDeselect={false} value={days ? String(days) : 'custom'}
        data={[...periods.map((one) => ({ value: String(one), label: t(`filter.last.${one}`) })), { value: 'custom', label: t('filter.custom') }]}
        onChange={(value) => set(value === 'custom' ? lastDays(days ?? 56, zones) : { days: value, from: null, to: null })} />
      {!days && (
        <>
          <TextInput size="sm" type="date" label={t('filter.from')} value={filter.from} max={filter.to}
            onChange={(event) => event.currentTarget.value && set({ from: event.currentTarget.value })} />
          <TextInput size="sm" type="date" label={t('filter.to')} value={filter.to} min={filter.from}
            onChange={(event) => event.currentTarget.value && set({ to: event.currentTarget.value })} />
        </>
      )}
      {choice('brand', brands.map((brand) => ({ value: brand.id, label: brand.name })))}
      {choices && choice('channel', choices.channels.map((one) => ({ value: one, label: channelName(one) })))}
      {choices && choice('queue', choices.queues.flatMap((one) => {
        const label = queueName(one);
        return label ? [{ value: one, label }] : [];
      }))}
      {choices && choice('team', choices.teams.map((one) => ({ value: one.id, label: one.name })))}
      {choices && choice('country', choices.countries.map((one) => ({ value: one, label: countryName(one) })))}
      {chosen && (
        <Button variant="subtle" size="sm" onClick={() => set({ brand: null, channel: null, queue: null, team: null, country: null })}>
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  );
}
