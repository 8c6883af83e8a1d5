import { toastProblem } from '@app/announce';
import { definitions, kinds, useFields, type Field, type Kind } from '@app/fields/api';
import { nameOf } from '@app/fields/words';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { ActionIcon, Badge, Button, Group, SegmentedControl, Select, Switch, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconForms, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { NoBrand, useBrandChoice } from '../BrandChoice';
import list from '../List.module.css';
import { arrangeFields } from './api';
import { FieldForm } from './FieldForm';
import classes from './Fields.module.css';
import { WhatShows } from './WhatShows';

/** What a brand keeps of its cases, customers and orders beside what every brand keeps. */
export default function FieldsPage() {
  const { t } = useTranslation('organisation');
  const { brands } = useUser();
  const brand = useBrandChoice();
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'CASE';
  const set = (changes: Record<string, string>) => setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }), { replace: true });
  const [open, setOpen] = useState<{ field?: Field } | null>(null);
  if (!brand) return <NoBrand />;
  return (
    <>
      <PageHead title={t('fields.title')} lead={t('fields.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && set({ brand: next })} data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('fields.add')}</Button>
      </PageHead>
      <SegmentedControl aria-label={t('fields.of')} mb="md" value={kind} onChange={(next) => set({ kind: next })} data={kinds.map((one) => ({ value: one, label: t(`fields.kinds.${one}`) }))} />
      <OfKind key={`${brand} ${kind}`} brand={brand} kind={kind} open={open} setOpen={setOpen} />
    </>
  );
}

interface Props { brand: string; kind: Kind; open: { field?: Field } | null; setOpen: (open: { field?: Field } | null) => void }

function OfKind({ brand, kind, open, setOpen }: Props) {
  const { t, i18n } = useTranslation('organisation');
  const queries = useQueryClient();
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const fields = useFields(brand, kind);
  const arrange = useMutation({ mutationFn: ({ order, before }: { order: string[]; before: string[] }) => arrangeFields(brand, kind, order, before), onError: toastProblem, onSettled: () => queries.invalidateQueries({ queryKey: definitions }) });
  if (fields.isPending) return <Loading />;
  if (fields.isError) return <Failed error={fields.error} onRetry={() => void fields.refetch()} />;
  const all = fields.data;
  const text = search.trim().toLowerCase();
  const shown = all.filter((one) => (archived || !one.archived) && [one.nameNl, one.nameEn, one.key].some((each) => each.toLowerCase().includes(text)));
  const used = all.filter((one) => !one.archived);
  const form = open && <FieldForm key={open.field ? `${open.field.id} ${open.field.version}` : 'new'} brand={brand} kind={kind} field={open.field} all={all} onReplace={(field) => setOpen({ field })} onClose={() => setOpen(null)} />;
  if (all.length === 0) {
    return <><Empty icon={IconForms} height={220} title={t(`fields.none.${kind}`)} action={<Button onClick={() => setOpen({})}>{t('fields.add')}</Button>}>{t('fields.noneHelp')}</Empty>{form}</>;
  }
  const move = (one: Field, to: Field) => arrange.mutate({
    order: all.map(({ id }) => (id === one.id ? to.id : id === to.id ? one.id : id)), before: all.map(({ id }) => id),
  });
  return (
    <div className={classes.columns}>
      <div>
        <Group mb="sm" gap="md">
          <div style={{ flex: '1 1 200px' }}><SearchField value={search} label={t('fields.search')} onChange={setSearch} /></div>
          {all.some((one) => one.archived) && <Switch label={t('fields.showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />}
        </Group>
        {shown.length === 0 && <Text c="dimmed">{t('fields.noneFound')}</Text>}
        {shown.length > 0 && (
          <ul className={list.list}>
            {shown.map((one, at) => (
              <li key={one.id} className={classes.item}>
                <UnstyledButton className={list.row} style={{ flexWrap: 'wrap', rowGap: 4 }} onClick={() => setOpen({ field: one })}>
                  <div style={{ minWidth: 0, flex: '1 1 160px' }}>
                    <Text fw={550} c={one.archived ? 'dimmed' : undefined}>{nameOf(one, i18n.language)}</Text>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{t(`fields.types.${one.type}`)} · {one.key}</Text>
                  </div>
                  {one.archived ? <Badge variant="light" color="gray">{t('fields.archived')}</Badge> : (
                    <div>
                      {one.required !== 'NEVER' && <Text size="sm">{t(`fields.requireds.${one.required}`)}</Text>}
                      {one.shown.by !== 'ALL' && <Text size="sm" c="dimmed">{t(one.shown.by === 'TYPES' ? `fields.shownOnly.TYPES.${kind}` : `fields.shownOnly.${one.shown.by}`)}</Text>}
                    </div>
                  )}
                </UnstyledButton>
                {!text && (
                  <Group gap={0} wrap="nowrap" pr={8}>
                    <ActionIcon variant="subtle" color="gray" disabled={at === 0 || arrange.isPending} aria-label={t('fields.up', { name: nameOf(one, i18n.language) })} onClick={() => move(one, shown[at - 1]!)}><IconArrowUp size={16} /></ActionIcon>
                    <ActionIcon variant="subtle" color="gray" disabled={at === shown.length - 1 || arrange.isPending} aria-label={t('fields.down', { name: nameOf(one, i18n.language) })} onClick={() => move(one, shown[at + 1]!)}><IconArrowDown size={16} /></ActionIcon>
                  </Group>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {used.length > 0 && <WhatShows brand={brand} kind={kind} fields={used} />}
      {form}
    </div>
  );
}
