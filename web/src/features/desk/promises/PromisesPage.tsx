import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { Figure } from '@app/number/Figure';
import { Filters } from '@app/list/Filters';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useKeptInTime, usePromiseCounts, usePromises, type KeptInTime } from './api';
import { PromiseItem } from './PromiseItem';
import classes from './Promises.module.css';

const whose = ['mine', 'team', 'all'] as const;
const shown = ['open', 'late', 'done'] as const;
const days = 30;

/** What people promised to customers: whose it is, by when, what came of it, and how much of it we keep. */
export default function PromisesPage() {
  const { t } = useTranslation('desk');
  const { brands, partnerId } = useUser();
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const counts = usePromiseCounts().data;
  const filter = {
    whose: whose.find((one) => one === params.get('whose')) ?? 'mine',
    shown: shown.find((one) => one === params.get('shown')) ?? 'open',
    brand: params.get('brand') ?? undefined,
    search: params.get('q') ?? undefined,
  };
  const set = (name: string, value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const list = usePromises({ ...filter, whose: upper(filter.whose), shown: upper(filter.shown) }, true);
  const kept = useKeptInTime(days, filter.brand);
  return (
    <Stack gap="md" maw={900}>
      <div>
        <Title order={1}>{t('promised.place')}</Title>
        <Text c="dimmed">{t('promised.lead')}</Text>
      </div>
      {kept.isPending && <Loading height={72} />}
      {kept.isError && <ProblemNote error={kept.error} />}
      {kept.data && <Kept kept={kept.data} />}
      {may('live.view') && !partnerId && <Anchor component={Link} to="/settings/promises" size="sm">{t('promised.perRule')}</Anchor>}
      <Group gap="sm">
        <SegmentedControl aria-label={t('promised.shown.label')} value={filter.shown} onChange={(value) => set('shown', value)}
          data={shown.map((one) => ({ value: one, label: t(`promised.shown.${one}`) }))} />
        <Filters chosen={['whose', 'brand', 'q'].filter((one) => params.has(one)).length}>
        <SegmentedControl aria-label={t('promised.whose.label')} value={filter.whose} onChange={(value) => set('whose', value)}
          data={whose.map((one) => ({ value: one, label: t(`promised.whose.${one}`) + (one === 'mine' && counts ? ` (${counts.mine})` : '') }))} />
        {brands.length > 1 && (
          <Select aria-label={t('promised.brand')} placeholder={t('promised.everyBrand')} clearable w={150} value={filter.brand ?? null}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        <div style={{ flex: '1 1 200px', maxWidth: 300 }}><SearchField value={filter.search ?? ''} onChange={(value) => set('q', value)} label={t('promised.search')} /></div>
        </Filters>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconCalendarHeart} title={filter.search ? t('promised.noneFound') : t(`promised.none.${filter.whose === 'mine' && filter.shown === 'open' ? 'mine' : filter.shown}`)}>{!filter.search && t('promised.noneLead')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((one) => <PromiseItem key={one.id} promise={one} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}

const upper = <T extends string>(value: T) => value.toUpperCase() as Uppercase<T>;

function Kept({ kept: { answers, promises } }: { kept: KeptInTime }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <div className={classes.figures}>
      {([['answers', answers], ['promises', promises]] as const).map(([name, { n, share }]) => (
        <Figure key={name} label={t(`promised.figure.${name}`, { days })} definition={t(`promised.definition.${name}`, { days })} write={format.hundredths}
          value={share?.percent} interval={share && [share.interval.low, share.interval.high]} n={n} nText={t(`promised.figure.n.${name}`, { count: n, n: format.number(n) })} />
      ))}
    </div>
  );
}
