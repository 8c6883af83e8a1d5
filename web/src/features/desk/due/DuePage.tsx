import { NotDone } from '@app/contact/NotDone';
import { useMoving } from '@app/contact/useMoving';
import { Filters } from '@app/list/Filters';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQueues } from '../api';
import { promises, useDue, useDueCounts, type Kind } from './api';
import { DueItem } from './DueItem';

const spans = ['late', 'hour', 'today'] as const;
const kinds: Kind[] = ['ANSWER', 'SOLUTION', 'GIVEN'];

/** Everything that is promised and due next, by rule and by people: what is late first. */
export default function DuePage() {
  const { t } = useTranslation('desk');
  const { brands } = useUser();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const within = spans.find((one) => one === params.get('within')) ?? 'today';
  const filter = {
    queue: params.get('queue') ?? undefined, person: params.get('person') ?? undefined, brand: params.get('brand') ?? undefined,
    kind: kinds.find((one) => one === params.get('kind')),
  };
  const queues = useQueues().data ?? [];
  const names = new Map(queues.map((one) => [one.id, one.name]));
  const counts = useDueCounts(filter).data;
  const list = useDue(filter, within === 'late' ? 'LATE' : within === 'hour' ? 'HOUR' : 'TODAY');
  const number = { late: counts?.late, hour: counts && counts.late + counts.hour, today: counts && counts.late + counts.today };
  const people = (counts?.people ?? []).map((one) => ({ value: one.id, label: `${one.name} (${one.count})` }));
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: promises });
  const moving = useMoving();
  const filtered = Object.values(filter).some((one) => one !== undefined);

  return (
    <Stack gap="md" maw={900}>
      <div><PageHead title={t('dueNext.place')} lead={t('dueNext.lead')} up={{ to: '/live', label: t('dueNext.live') }} /></div>
      <Group gap="sm">
        <SegmentedControl aria-label={t('dueNext.within.label')} value={within} onChange={(value) => set('within', value)}
          data={spans.map((one) => ({ value: one, label: t(`dueNext.within.${one}`) + (number[one] === undefined ? '' : ` (${number[one]})`) }))} />
        <Filters chosen={Object.values(filter).filter((one) => one !== undefined).length}>
        <Select aria-label={t('dueNext.queue')} placeholder={t('dueNext.everyQueue')} clearable searchable w={190} value={filter.queue ?? null} clearButtonProps={{ 'aria-label': t('app:clear') }}
          data={queues.filter((one) => !filter.brand || one.brand === filter.brand).map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('queue', value)} />
        <Select aria-label={t('dueNext.kind.label')} placeholder={t('dueNext.everyKind')} clearable w={190} value={filter.kind ?? null} clearButtonProps={{ 'aria-label': t('app:clear') }}
          data={kinds.map((one) => ({ value: one, label: t(`dueNext.kind.${one}`) }))} onChange={(value) => set('kind', value)} />
        <Select aria-label={t('dueNext.person')} placeholder={t('dueNext.everybody')} clearable searchable w={190} value={filter.person ?? null} clearButtonProps={{ 'aria-label': t('app:clear') }}
          data={people} onChange={(value) => set('person', value)} />
        {brands.length > 1 && (
          <Select aria-label={t('promised.brand')} placeholder={t('promised.everyBrand')} clearable w={180} value={filter.brand ?? null} clearButtonProps={{ 'aria-label': t('app:clear') }}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        </Filters>
      </Group>
      {moving.outcome && <NotDone outcome={moving.outcome} onClose={moving.forget} />}
      {list.isPending && <Loading />}
      {list.isError && !list.data && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconCalendarHeart} title={t(filtered ? 'dueNext.noneFound' : `dueNext.none.${within}`)}>{t('dueNext.noneDetail')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((one) => <DueItem key={one.id} promise={one} queue={one.queue && names.get(one.queue)} moving={moving} onDone={again} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}
