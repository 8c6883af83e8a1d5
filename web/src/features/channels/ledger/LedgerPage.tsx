import { toastDone } from '@app/announce';
import { PageHead } from '@app/list/PageHead';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconInbox, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useEnvelopes, useIntakeActions } from '../api';
import type { EnvelopeRow } from '../types';
import { Hours } from './Hours';
import { StateBadge } from './StateBadge';
import classes from './Ledger.module.css';

const states = ['all', 'waiting', 'refused', 'placed'] as const;

/** Proof that nothing was lost: received = placed + refused + waiting. */
export default function LedgerPage() {
  const { t } = useTranslation('channels');
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? 'all';
  const search = params.get('search') ?? '';
  const rows = useEnvelopes({ state: state === 'all' ? undefined : state, search: search || undefined });
  const { replayAll } = useIntakeActions();
  const set = (name: string, value: string) => setParams((old) => {
    const next = new URLSearchParams(old);
    if (value && value !== 'all') next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });

  return (
    <Stack gap="lg">
      <div><PageHead title={t('ledger.place')} lead={t('ledger.explain')} /></div>
      <Hours />
      <section aria-label={t('ledger.items')}>
        <Group justify="space-between" mb="sm">
          <SegmentedControl aria-label={t('ledger.state')} value={state} onChange={(value) => set('state', value)}
            data={states.map((value) => ({ value, label: t(`ledger.states.${value}`) }))} />
          <Group gap="xs" className={classes.tools}>
            <SearchField value={search} onChange={(value) => set('search', value)} label={t('ledger.search')} />
            {may('intake.replay') && state === 'waiting' && rows.items.length > 0 && (
              <Button variant="light" leftSection={<IconRefresh size={16} />} loading={replayAll.isPending}
                onClick={() => replayAll.mutate(undefined, { onSuccess: ({ count }) => toastDone(t('ledger.replaying', { count })) })}>
                {t('ledger.replayAll')}
              </Button>
            )}
          </Group>
        </Group>
        {rows.isPending && <Loading />}
        {rows.isError && <Failed error={rows.error} onRetry={() => void rows.refetch()} />}
        {rows.isSuccess && rows.items.length === 0 && (
          <Empty icon={IconInbox} title={t(search ? 'ledger.noneFound' : `ledger.none.${state}`)}>{t('ledger.noneAbout')}</Empty>
        )}
        <ul className={classes.rows}>{rows.items.map((row) => <EnvelopeLine key={row.id} row={row} />)}</ul>
        <More {...rows} />
      </section>
    </Stack>
  );
}

function EnvelopeLine({ row }: { row: EnvelopeRow }) {
  const { t } = useTranslation('channels');
  const format = useFormat();
  return (
    <li>
      <Link to={`/intake/${row.id}`} className={classes.row}>
        <div className={classes.words}>
          <Text fw={600} truncate>{row.sender ?? t(row.state === 'placed' ? 'ledger.noName' : 'ledger.unknownSender')}</Text>
          <Text size="sm" c="dimmed" truncate>{row.subject || t(row.state === 'waiting' ? 'ledger.notRead' : 'ledger.noSubject')}</Text>
        </div>
        <StateBadge row={row} />
        <time dateTime={row.receivedAt} title={format.exact(row.receivedAt)}><Text size="sm" c="dimmed">{format.moment(row.receivedAt)}</Text></time>
      </Link>
    </li>
  );
}
