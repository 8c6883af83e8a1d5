import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Badge, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTextPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from '../Knowledge.module.css';
import { useAddress } from '../useAddress';
import { useFollowTexts, useTexts, type Filter, type TextBlock } from './api';
import { useExample } from './useExample';

const whose = ['all', 'shared', 'own'] as const;
const languages = ['nl', 'en'] as const;

/** Words that one does not write twice: shared ones, and one's own. */
export default function TextsPage() {
  const { t } = useTranslation('knowledge');
  const { brands } = useUser();
  const { params, set } = useAddress();
  useFollowTexts();
  const which = whose.find((one) => one === params.get('whose')) ?? 'all';
  const filter: Filter = {
    whose: which.toUpperCase() as Filter['whose'],
    archived: params.get('archived') === 'yes' || undefined,
    brand: params.get('brand') ?? undefined,
    language: languages.find((one) => one === params.get('language')),
    search: params.get('q') ?? undefined,
  };
  const list = useTexts(filter);
  const narrowed = filter.search || filter.brand || filter.language || filter.archived || which !== 'all';
  const add = <Button component={Link} to="/texts/new" leftSection={<IconPlus size={16} />}>{t('texts.add')}</Button>;
  return (
    <Stack gap="md" maw={900}>
      <PageHead title={t('texts.place')} lead={t('texts.lead')}>{add}</PageHead>
      <Group gap="sm">
        <SegmentedControl aria-label={t('texts.whose.label')} value={which} onChange={(value) => set('whose', value === 'all' ? null : value)}
          data={whose.map((one) => ({ value: one, label: t(`texts.whose.${one}`) }))} />
        <SegmentedControl aria-label={t('texts.used.label')} value={filter.archived ? 'yes' : 'no'} onChange={(value) => set('archived', value === 'yes' ? value : null)}
          data={[{ value: 'no', label: t('texts.used.inUse') }, { value: 'yes', label: t('texts.used.archived') }]} />
        {brands.length > 1 && (
          <Select aria-label={t('brand')} placeholder={t('everyBrand')} clearable w={170} value={filter.brand ?? null} data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => set('brand', value)} />
        )}
        <Select aria-label={t('texts.language')} placeholder={t('texts.bothLanguages')} clearable w={150} value={filter.language ?? null}
          data={languages.map((one) => ({ value: one, label: t(`texts.in.${one}`) }))} onChange={(value) => set('language', value)} />
        <div style={{ flex: '1 1 200px', maxWidth: 320 }}><SearchField value={filter.search ?? ''} onChange={(value) => set('q', value)} label={t('texts.search')} /></div>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconTextPlus} title={t(narrowed ? 'texts.noneFound' : 'texts.none')} action={!narrowed && add}>{!narrowed && t('texts.noneHelp')}</Empty>
      )}
      <Stack gap="sm">{list.items.map((one) => <Item key={one.id} block={one} brand={brands.find((brand) => brand.id === one.brand)?.name} />)}</Stack>
      <More {...list} />
    </Stack>
  );
}

function Item({ block, brand }: { block: TextBlock; brand?: string }) {
  const { t } = useTranslation('knowledge');
  const example = useExample();
  return (
    <article className={classes.card}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Anchor component={Link} to={`/texts/${block.id}`} className={classes.name}>{block.name}</Anchor>
        <Group gap={6}>
          {block.own && <Badge variant="light">{t('texts.own')}</Badge>}
          {block.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={2}>
        <strong className={classes.shortcut}>/{block.shortcut}</strong>{' · '}{brand ?? t('everyBrand')}{' · '}{t(`texts.in.${block.language}`)}
      </Text>
      <Text size="sm" mt={4} lineClamp={2} className={classes.anywhere}>{example(block.words, block.brand, block.language).replace(/\s+/g, ' ')}</Text>
    </article>
  );
}
