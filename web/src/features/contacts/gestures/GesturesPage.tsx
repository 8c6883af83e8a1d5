import { Filters } from '@app/list/Filters';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Group, SegmentedControl, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useGestureCounts, useGestureList, useGestureTeams, type GestureFilter, type Shown } from './api';
import { GestureItem } from './GestureItem';
import { Months } from './Months';
import { Totals } from './Totals';

const shown = ['all', 'asked', 'given', 'to_talk', 'ended'] as const;
const periods = ['month', 'quarter', 'ever'] as const;

const since = { month: () => dayjs().startOf('month').toISOString(), quarter: () => dayjs().startOf('day').subtract(90, 'day').toISOString(), ever: () => undefined };

/** What was given to customers: by whom, why and at what cost, what waits for a decision and what is to be talked about. */
export default function GesturesPage() {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  const { brands } = useUser();
  const [params, setParams] = useSearchParams();
  const all = may('gestures.view');
  const counts = useGestureCounts().data;
  const teams = useGestureTeams(all).data ?? [];
  const set = (name: string, value: string | null | undefined) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const which = shown.find((one) => one === params.get('shown')) ?? 'all';
  // what waits or is to be talked about is never hidden by a period
  const period = periods.find((one) => one === params.get('period')) ?? (which === 'asked' || which === 'to_talk' ? 'ever' : 'quarter');
  const filter: GestureFilter = {
    mine: params.get('whose') === 'mine' || undefined,
    shown: which.toUpperCase() as Shown,
    brand: params.get('brand') ?? undefined,
    team: params.get('team') ?? undefined,
    from: since[period](),
    aboveMandate: params.has('above') || undefined,
    search: params.get('q') ?? undefined,
  };
  const list = useGestureList(filter);
  const numbers = { asked: counts?.waiting, to_talk: counts?.toTalk };
  const label = (one: (typeof shown)[number]) => {
    const number = one === 'asked' || one === 'to_talk' ? numbers[one] : undefined;
    return t(`gestures.shown.${one}`) + (number ? ` (${number})` : '');
  };
  return (
    <Stack gap="md" maw={900}>
      <div>
        <Title order={1}>{t('gestures.place')}</Title>
        <Text c="dimmed">{t(all ? 'gestures.lead' : 'gestures.leadMine')}</Text>
      </div>
      {which !== 'asked' && which !== 'to_talk' && <Months brand={filter.brand} />}
      <Select hiddenFrom="xs" aria-label={t('gestures.shown.label')} allowDeselect={false} value={which} data={shown.map((one) => ({ value: one, label: label(one) }))} onChange={(value) => set('shown', value)} />
      <SegmentedControl visibleFrom="xs" style={{ alignSelf: 'flex-start' }} aria-label={t('gestures.shown.label')} value={which} onChange={(value) => set('shown', value)} data={shown.map((one) => ({ value: one, label: label(one) }))} />
      <Group gap="sm">
        <Filters chosen={['whose', 'period', 'brand', 'team', 'above', 'q'].filter((one) => params.has(one)).length}>
        {all && (
          <SegmentedControl aria-label={t('gestures.whose.label')} value={filter.mine ? 'mine' : 'all'} onChange={(value) => set('whose', value === 'mine' ? value : null)}
            data={[{ value: 'all', label: t('gestures.whose.all') }, { value: 'mine', label: t('gestures.whose.mine') }]} />
        )}
        <Select aria-label={t('gestures.period.label')} allowDeselect={false} w={170} value={period} onChange={(value) => set('period', value)} data={periods.map((one) => ({ value: one, label: t(`gestures.period.${one}`) }))} />
        {brands.length > 1 && (
          <Select aria-label={t('gestures.brand')} placeholder={t('gestures.everyBrand')} clearable w={170} value={filter.brand ?? null} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        {all && teams.length > 1 && (
          <Select aria-label={t('gestures.team')} placeholder={t('gestures.everyTeam')} clearable searchable w={190} value={filter.team ?? null} data={teams.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('team', value)} />
        )}
        <Switch label={t('gestures.onlyAbove')} checked={filter.aboveMandate ?? false} onChange={(event) => set('above', event.currentTarget.checked ? 'yes' : null)} />
        <div style={{ flex: '1 1 200px', maxWidth: 300 }}><SearchField value={filter.search ?? ''} onChange={(value) => set('q', value)} label={t('gestures.search')} /></div>
        </Filters>
      </Group>
      <Totals filter={filter} />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconGift} title={filter.search ? t('gestures.noneFound') : t(`gestures.none.${which}`)}>{!filter.search && t('gestures.noneLead')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((one) => <GestureItem key={one.id} gesture={one} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}
