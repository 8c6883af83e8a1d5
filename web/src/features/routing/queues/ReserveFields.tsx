import { Button, MultiSelect, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapacity } from '../api';
import type { MediumName, Reserve } from '../types';

interface Props { reserve: Reserve; brand: string; error?: ReactNode; onChange: (reserve: Reserve) => void }

const media: MediumName[] = ['call', 'chat', 'mail'];

/** How many people stay free for the queue, for what and whom; and when others may have them all the same. */
export function ReserveFields({ reserve, brand, error, onChange }: Props) {
  const { t } = useTranslation('routing');
  const people = useCapacity(reserve.free > 0);
  const known = (people.data ?? []).filter((one) => one.brands.includes(brand)).map((one) => ({ value: one.user, label: one.name }));
  const gone = people.data ? reserve.people.filter((id) => !known.some((one) => one.value === id)).map((value) => ({ value, label: t('reserve.gone') })) : [];
  const set = (changed: Partial<Reserve>) => onChange({ ...reserve, ...changed });
  return (
    <Stack gap="sm" role="group" aria-labelledby="reserve">
      <div>
        <Title order={3} size="h5" id="reserve">{t('reserve.title')}</Title>
        <Text size="xs" c="dimmed">{t('reserve.help')}</Text>
      </div>
      <NumberInput label={t('reserve.free')} description={t('reserve.freeHelp')} clampBehavior="none" min={0} max={1000} allowDecimal={false} value={reserve.free}
        onChange={(value) => set({ free: Number(value) || 0 })} />
      {reserve.free > 0 && (
        <>
          <div>
            <Text size="sm" fw={500} mb={4} id="reserve-medium">{t('reserve.medium')}</Text>
            <SegmentedControl fullWidth aria-labelledby="reserve-medium" value={reserve.medium} data={media.map((medium) => ({ value: medium, label: t(`medium.${medium}`) }))}
              onChange={(medium) => set({ medium: medium as MediumName })} />
          </div>
          {people.isError
            ? <Text size="sm" c="var(--late)" role="alert">{t('reserve.unknown')} <Button variant="subtle" size="compact-sm" onClick={() => void people.refetch()}>{t('app:retry')}</Button></Text>
            : (
              <MultiSelect label={t('reserve.people')} description={t('reserve.peopleHelp')} placeholder={reserve.people.length > 0 ? undefined : t('reserve.everyone')}
                searchable clearable hidePickedOptions limit={50} disabled={people.isPending} nothingFoundMessage={t('reserve.nobody')}
                data={[...known, ...gone]} value={people.data ? reserve.people : []} onChange={(chosen) => set({ people: chosen })} />
            )}
          <NumberInput label={t('reserve.lent')} description={t('reserve.lentHelp')} clampBehavior="none" min={0} max={10080} allowDecimal={false} value={reserve.lentMinutes}
            onChange={(value) => set({ lentMinutes: Number(value) || 0 })} />
        </>
      )}
      {error && <Text size="xs" c="var(--late)" role="alert">{error}</Text>}
    </Stack>
  );
}
