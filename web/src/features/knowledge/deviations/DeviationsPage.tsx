import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useDeviations, useGuideline, useGuidelines, type DeviationFilter } from '../api';
import { useAddress } from '../useAddress';
import { useInLanguage } from '../useInLanguage';
import { DeviationItem } from './DeviationItem';

const shown = ['waiting', 'handled', 'all'] as const;
const periods = ['month', 'quarter', 'ever'] as const;
const since = { month: () => dayjs().startOf('month').toISOString(), quarter: () => dayjs().startOf('day').subtract(90, 'day').toISOString(), ever: () => undefined };

/** Where guidelines were not kept to, and why: what those learn from who look after them. It is about guidelines and not about people. */
export default function DeviationsPage() {
  const { t } = useTranslation('knowledge');
  const say = useInLanguage();
  const { brands } = useUser();
  const { params, set } = useAddress();
  const which = shown.find((one) => one === params.get('shown')) ?? 'waiting';
  const period = periods.find((one) => one === params.get('period')) ?? 'ever';
  const guideline = params.get('guideline') ?? undefined;
  // whoever asks for one guideline asks for all of it
  const mine = (params.get('whose') ?? (guideline ? 'all' : 'mine')) === 'mine';
  const filter: DeviationFilter = {
    shown: which.toUpperCase() as DeviationFilter['shown'], mine: mine || undefined, brand: params.get('brand') ?? undefined, guideline,
    step: params.get('step') ?? undefined, from: since[period](), search: params.get('q') ?? undefined,
  };
  const list = useDeviations(filter);
  const all = useGuidelines({ shown: 'PUBLISHED', brand: filter.brand }, 200).items;
  const one = useGuideline(guideline).data;
  const named = all.map((row) => ({ value: row.id, label: say(row.titleNl, row.titleEn) }));
  const steps = (one?.holds ?? one?.content)?.steps.map((step) => ({ value: step.key, label: say(step.whatNl, step.whatEn) })) ?? [];
  if (one && !named.some((row) => row.value === one.id)) named.push({ value: one.id, label: say(one.content.titleNl, one.content.titleEn) });
  return (
    <Stack gap="md" maw={900}>
      <PageHead title={t('deviations.title')} lead={t('deviations.lead')} up={{ to: '/guidelines', label: t('place') }} />
      <Group gap="sm">
        <SegmentedControl aria-label={t('shown.label')} value={which} onChange={(value) => set('shown', value)} data={shown.map((value) => ({ value, label: t(`deviations.shown.${value}`) }))} />
        <SegmentedControl aria-label={t('whose.label')} value={mine ? 'mine' : 'all'} onChange={(value) => set('whose', value)}
          data={[{ value: 'mine', label: t('whose.mine') }, { value: 'all', label: t('whose.all') }]} />
        <Select aria-label={t('period.label')} allowDeselect={false} w={150} value={period} onChange={(value) => set('period', value)} data={periods.map((value) => ({ value, label: t(`period.${value}`) }))} />
        {brands.length > 1 && (
          <Select aria-label={t('brand')} placeholder={t('everyBrand')} clearable w={170} value={filter.brand ?? null} data={brands.map((brand) => ({ value: brand.id, label: brand.name }))} onChange={(value) => set('brand', value, 'guideline', 'step')} />
        )}
        <Select aria-label={t('deviations.guideline')} placeholder={t('deviations.everyGuideline')} clearable searchable w={220} value={guideline ?? null} data={named} onChange={(value) => set('guideline', value, 'step')} />
        {steps.length > 0 && (
          <Select aria-label={t('deviations.step')} placeholder={t('deviations.everyStep')} clearable w={220} value={filter.step ?? null} data={steps} onChange={(value) => set('step', value)} />
        )}
        <div style={{ flex: '1 1 200px', maxWidth: 300 }}><SearchField value={filter.search ?? ''} onChange={(value) => set('q', value)} label={t('deviations.search')} /></div>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconCompass} title={t(filter.search ? 'deviations.noneFound' : `deviations.none.${which}`)}>{!filter.search && t('deviations.noneHelp')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((deviation) => <DeviationItem key={deviation.id} deviation={deviation} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}
