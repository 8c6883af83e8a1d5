import { useChannels } from '@app/channels';
import { Filters as Narrowing } from '@app/list/Filters';
import { useNamedQueues } from '@app/rules';
import { useUser } from '@app/session';
import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periods, repeatDays, useFilter } from './useFilter';

/** Which contacts are counted. */
export function Filters() {
  const { t } = useTranslation('contacts');
  const { brands } = useUser();
  const { filter, period, days, set } = useFilter();
  const { channels } = useChannels();
  const queues = useNamedQueues().filter((one) => !filter.brand || one.brand === filter.brand);
  return (
    <Group gap="sm" align="flex-end">
      <Select label={t('transfers.period.label')} allowDeselect={false} w={170} value={period} onChange={(value) => set({ period: value })}
        data={periods.map((one) => ({ value: one, label: t(`transfers.period.${one}`) }))} />
      <Narrowing chosen={[filter.brand, filter.channel, filter.queue].filter(Boolean).length}>
        {brands.length > 1 && (
          <Select label={t('transfers.brand')} placeholder={t('transfers.all')} clearable w={170} value={filter.brand ?? null} onChange={(value) => set({ brand: value, queue: null })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
        <Select label={t('transfers.channel')} placeholder={t('transfers.all')} clearable w={150} value={filter.channel ?? null} onChange={(value) => set({ channel: value })}
          data={channels.map((one) => ({ value: one.key, label: one.name }))} />
        <Select label={t('transfers.queue')} placeholder={t('transfers.all')} clearable searchable w={210} value={filter.queue ?? null} onChange={(value) => set({ queue: value })}
          data={queues.map((one) => ({ value: one.id, label: one.name }))} />
        <Select label={t('transfers.days')} allowDeselect={false} w={170} value={days} onChange={(value) => set({ days: value })}
          data={repeatDays.map((one) => ({ value: one, label: t('transfers.within', { count: Number(one) }) }))} />
      </Narrowing>
    </Group>
  );
}
