import { Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SearchField } from '@app/list/SearchField';
import { More } from '@app/list/More';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { useFollowUpCounts, useFollowUps } from '../api';
import classes from '../listen/Listen.module.css';
import { FollowUpItem } from './FollowUpItem';

const whose = ['mine', 'unowned', 'all'] as const;
const states = ['open', 'late', 'done'] as const;

/** Dissatisfied customers as work: whose it is, by when, and what came of it. */
export default function FollowUpsPage() {
  const { t } = useTranslation('feedback');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const counting = useFollowUpCounts();
  const counts = counting.data;
  // who has none of his own begins with everybody's, and stays there when that changes under his hands
  const begin = useRef<'mine' | 'all'>(undefined);
  if (counts) begin.current ??= counts.mine === 0 ? 'all' : 'mine';
  const filter = {
    whose: whose.find((one) => one === search.get('whose')) ?? begin.current ?? 'mine',
    state: states.find((one) => one === search.get('state')) ?? 'open',
    brand: search.get('brand') ?? undefined,
    q: search.get('q') ?? undefined,
  };
  const set = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const list = useFollowUps(filter, search.has('whose') || !counting.isPending);
  const number = (one: (typeof whose)[number]) => (counts ? ` (${counts[one]})` : '');

  return (
    <Stack gap="md" className={classes.page} maw={900}>
      <div>
        <Title order={1}>{t('followUps.place')}</Title>
        <Text c="dimmed">{t('followUps.lead')}</Text>
      </div>
      <Group gap="sm">
        <SegmentedControl aria-label={t('followUps.whose.label')} value={filter.whose} onChange={(value) => set('whose', value)}
          data={whose.map((one) => ({ value: one, label: t(`followUps.whose.${one}`) + number(one) }))} />
        <SegmentedControl aria-label={t('followUps.state.label')} value={filter.state} onChange={(value) => set('state', value)}
          data={states.map((one) => ({ value: one, label: t(`followUps.state.${one}`) }))} />
        {brands.length > 1 && (
          <Select aria-label={t('filter.brand')} placeholder={t('followUps.everyBrand')} clearable w={180} value={filter.brand ?? null}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        <div style={{ flex: '1 1 200px', maxWidth: 300 }}><SearchField value={filter.q ?? ''} onChange={(value) => set('q', value)} label={t('followUps.search')} /></div>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconHeartHandshake} title={filter.q ? t('followUps.none.search') : t(`followUps.none.${filter.whose === 'all' ? 'all' : filter.whose}.${filter.state}`)}>{filter.q ? undefined : t('followUps.noneLead')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((one) => <FollowUpItem key={one.id} followUp={one} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}
