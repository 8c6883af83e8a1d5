import { useFormat } from '@app/format';
import { Filters } from '@app/list/Filters';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Group, Select, Text } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSubStates } from '../api';
import { SubState } from '../handling/SubState';
import { useCases, type CaseHit } from './api';
import classes from './Cases.module.css';
import { FieldFilter } from './FieldFilter';
import { useStanding } from './standing';

const stages = ['UNSOLVED', 'NEW', 'OPEN', 'REOPENED', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_DEPARTMENT', 'SOLVED'] as const;

/** Every case that one may see: by its number, or by its customer. */
export default function CasesPage() {
  const { t } = useTranslation('desk');
  const { brands } = useUser();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const brand = params.get('brand') ?? undefined;
  const stage = params.get('state') ?? undefined;
  const open = stage === 'UNSOLVED';
  const subState = params.get('sub') ?? undefined;
  const [field, value] = params.get('field')?.split(' ') ?? [];
  const list = useCases({ search: search || undefined, brand, open, stage: open ? undefined : stage, subState, field, value });
  const one = brand ?? (brands.length === 1 ? brands[0]!.id : undefined);
  const subStates = useSubStates(one).data?.subStates ?? [];
  const set = (name: string, value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  return (
    <div className={classes.page}>
      <PageHead title={t('cases.place')} lead={t('cases.lead')} />
      <Group gap="sm" mb="md" align="end">
        <div style={{ flex: '1 1 260px', maxWidth: 420 }}><SearchField value={search} label={t('cases.search')} onChange={(value) => set('q', value || null)} /></div>
        <Filters chosen={['brand', 'sub', 'field', 'state'].filter((one) => params.has(one)).length}>
        {brands.length > 1 && (
          <Select aria-label={t('promised.brand')} placeholder={t('promised.everyBrand')} clearable w={180} value={brand ?? null}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => { set('sub', null); set('field', null); set('brand', value); }} />
        )}
        {one && <div style={{ width: 240 }}><SubState all={subStates} label={t('subState.only')} value={subState} onChange={(chosen) => set('sub', chosen?.id ?? null)} /></div>}
        {one && <FieldFilter brand={one} value={params.get('field')} onChange={(chosen) => set('field', chosen)} />}
        <Select aria-label={t('cases.stage')} placeholder={t('cases.everyStage')} clearable w={200} value={stage ?? null}
          data={stages.map((one) => ({ value: one, label: t(`stage.${one}`) }))} onChange={(value) => set('state', value)} />
        </Filters>
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconFolderSearch} title={search ? t('cases.noneFound', { text: search }) : t('cases.none')}>{search ? t('cases.noneFoundLead') : t('cases.noneLead')}</Empty>
      )}
      <ul className={classes.list}>{list.items.map((one) => <li key={one.id}><CaseRow hit={one} /></li>)}</ul>
      <More {...list} />
    </div>
  );
}

function CaseRow({ hit }: { hit: CaseHit }) {
  return <Link to={`/cases/${hit.id}`} className={classes.row}><CaseWords hit={hit} /></Link>;
}

/** "P. Jansen (Fietsenwinkel Jansen), for M. de Boer" */
function whose({ customerName, accountName, forWhom }: CaseHit, t: TFunction<'desk'>) {
  const name = customerName ?? t('unknownCustomer');
  const customer = accountName && accountName !== name ? `${name} (${accountName})` : name;
  return forWhom ? t('app:forWhom.line', { customer, other: forWhom.name ?? t('unknownCustomer') }) : customer;
}

/** A case in one line: about what, whose, since when, and how it stands. */
export function CaseWords({ hit }: { hit: CaseHit }) {
  const { t } = useTranslation('desk');
  const standing = useStanding();
  const format = useFormat();
  return (
    <>
      <div className={classes.what}>
        <Text fw={550} truncate>{hit.subject || t('noSubject')}</Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          <span className="numbers">{hit.number}</span>{' · '}{whose(hit, t)}{' · '}{format.moment(hit.openedAt)}
          {hit.contacts > 1 && ` · ${t('cases.contacts', { count: hit.contacts })}`}
        </Text>
      </div>
      <span className={classes.state} data-state={hit.state}>{standing(hit)}</span>
    </>
  );
}
