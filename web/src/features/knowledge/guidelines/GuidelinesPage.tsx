import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Badge, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconCompass, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useGuidelines, useWaitingDeviations, type GuidelineFilter, type GuidelineRow } from '../api';
import classes from '../Knowledge.module.css';
import { useAddress } from '../useAddress';
import { useInLanguage } from '../useInLanguage';

const shown = ['all', 'published', 'draft', 'archived'] as const;

/** How we usually help: what holds, what is being written, and what became of it in conversations. */
export default function GuidelinesPage() {
  const { t } = useTranslation('knowledge');
  const { brands } = useUser();
  const { params, set } = useAddress();
  const waiting = useWaitingDeviations().data?.waiting ?? 0;
  const which = shown.find((one) => one === params.get('shown')) ?? 'all';
  const filter: GuidelineFilter = {
    shown: which.toUpperCase() as GuidelineFilter['shown'],
    mine: params.get('whose') === 'mine' || undefined,
    brand: params.get('brand') ?? undefined,
    search: params.get('q') ?? undefined,
  };
  const list = useGuidelines(filter);
  const data = shown.map((one) => ({ value: one, label: t(`shown.${one}`) }));
  const add = <Button component={Link} to="/guidelines/new" leftSection={<IconPlus size={16} />}>{t('add')}</Button>;
  const narrowed = filter.search || filter.mine || filter.brand || which !== 'all';
  return (
    <Stack gap="md" maw={900}>
      <PageHead title={t('place')} lead={t('lead')}>
        <Button component={Link} to="/guidelines/deviations" variant="light">{t('deviations.open')}{waiting > 0 && ` (${waiting})`}</Button>
        {add}
      </PageHead>
      <Group gap="sm">
        <Select hiddenFrom="xs" aria-label={t('shown.label')} allowDeselect={false} value={which} data={data} onChange={(value) => set('shown', value)} />
        <SegmentedControl visibleFrom="xs" aria-label={t('shown.label')} value={which} onChange={(value) => set('shown', value)} data={data} />
        <SegmentedControl aria-label={t('whose.label')} value={filter.mine ? 'mine' : 'all'} onChange={(value) => set('whose', value === 'mine' ? value : null)}
          data={[{ value: 'all', label: t('whose.all') }, { value: 'mine', label: t('whose.mine') }]} />
        {brands.length > 1 && (
          <Select aria-label={t('brand')} placeholder={t('everyBrand')} clearable w={170} value={filter.brand ?? null} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        <div style={{ flex: '1 1 200px', maxWidth: 320 }}><SearchField value={filter.search ?? ''} onChange={(value) => set('q', value)} label={t('search')} /></div>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconCompass} title={t(narrowed ? 'noneFound' : 'none')} action={!narrowed && add}>{!narrowed && t('noneHelp')}</Empty>
      )}
      {list.items.length > 0 && <Text size="sm" c="dimmed">{t('figures.about')}</Text>}
      <Stack gap="sm">{list.items.map((one) => <Item key={one.id} row={one} brand={brands.length > 1 ? brands.find((brand) => brand.id === one.brand)?.name : undefined} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}

function Item({ row, brand }: { row: GuidelineRow; brand?: string }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const say = useInLanguage();
  const { figures } = row;
  return (
    <article className={classes.card}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Anchor component={Link} to={`/guidelines/${row.id}`} className={classes.name}>{say(row.titleNl, row.titleEn)}</Anchor>
        <Group gap={6}>
          {row.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
          {!row.archived && row.published > 0 && <Badge variant="light">{t('version', { number: row.published })}</Badge>}
          {row.draft && <Badge variant="default">{t('draft')}</Badge>}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={2}>{[brand, t('ownedBy', { name: row.ownerName }), format.moment(row.changedAt)].filter(Boolean).join(' · ')}</Text>
      {row.published > 0 && (
        <Text size="sm" mt={4} className="numbers">
          {(['shown', 'opened', 'followed', 'deviated', 'misfit'] as const).map((one) => `${t(`figures.${one}`)} ${format.number(figures[one])}`).join(' · ')}
        </Text>
      )}
    </article>
  );
}
