import { PageHead } from '@app/list/PageHead';
import { More } from '@app/list/More';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { SegmentedControl, Stack } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAsked, useAskedCounts } from './api';
import { AskedItem } from './AskedItem';
import { DepartmentFigures } from './DepartmentFigures';
import { useKept } from './useKept';
import { GuardedWriting } from './Writing';

const views = ['open', 'done', 'figures'] as const;

/** What customer service asks of other departments: for who answers his list, for who leads how it goes. */
export default function AskedPage() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const answers = may('consults.answer');
  const open = useAskedCounts().data?.open;
  const allowed = views.filter((one) => (one === 'figures' ? may('live.view') : answers));
  const view = allowed.find((one) => one === params.get('view')) ?? allowed[0] ?? 'open';
  const list = useAsked(view === 'done', answers && view !== 'figures');
  const { gone, keep } = useKept(list.items);
  const left = view === 'open' ? gone : [];
  return (
    <Stack gap="md" maw={900}>
      <PageHead title={t('asked.place')} lead={t(answers ? 'asked.lead' : 'asked.leadFigures')} />
      {allowed.length > 1 && (
        <SegmentedControl style={{ alignSelf: 'flex-start' }} aria-label={t('asked.view.label')} value={view} onChange={(value) => setParams({ view: value }, { replace: true })}
          data={allowed.map((one) => ({ value: one, label: t(`asked.view.${one}`) + (one === 'open' && open ? ` (${open})` : '') }))} />
      )}
      {view === 'figures'
        ? <DepartmentFigures />
        : (
          <>
            {list.isPending && <Loading />}
            {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
            {list.isSuccess && list.items.length === 0 && left.length === 0 && <Empty icon={IconBuilding} title={t(`asked.none.${view}`)}>{t('asked.noneLead')}</Empty>}
            <GuardedWriting>
              <Stack gap="sm">{[...left, ...list.items].map((one) => <AskedItem key={one.id} consult={one} gone={left.includes(one)} onWriting={(writes) => keep(one, writes)} />)}</Stack>
            </GuardedWriting>
            <More {...list} />
          </>
        )}
    </Stack>
  );
}
