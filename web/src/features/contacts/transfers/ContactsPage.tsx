import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import rules from '../rules/Rules.module.css';
import { fileOf, useContacts, whiches, type Behind, type Move, type Row } from './api';
import { Filters } from './Filters';
import { useFilter } from './useFilter';

/** The contacts behind a number of transfers and repeats. */
export default function ContactsPage() {
  const { t } = useTranslation('contacts');
  const { filter, days, params } = useFilter();
  const of = (name: string) => params.get(name) ?? undefined;
  const behind: Behind = {
    which: whiches.find((one) => one === params.get('which')) ?? 'ALL',
    fromQueue: of('fromQueue'), toQueue: of('toQueue'), toPerson: params.has('toPerson') || undefined, why: of('why'),
  };
  const list = useContacts(filter, behind);
  const back = new URLSearchParams(['period', 'brand', 'channel', 'queue', 'days'].flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  const narrowed = behind.fromQueue ?? behind.toQueue ?? behind.why ?? behind.toPerson;
  return (
    <Stack gap="md" maw={900}>
      <PageHead title={t('transfers.rows')} lead={t(narrowed ? 'transfers.which.SOME' : `transfers.which.${behind.which}`, { count: Number(days) })} up={{ to: `/transfers?${back}`, label: t('transfers.title') }}>
        {!narrowed && <Button component="a" href={fileOf(filter, behind.which)} download variant="default" leftSection={<IconDownload size={16} />}>{t('transfers.file')}</Button>}
      </PageHead>
      <Filters />
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} />
        : list.items.length === 0 ? <Empty icon={IconArrowsExchange} title={t('transfers.none')}>{t('transfers.noneHelp')}</Empty> : (
          <>
            <ul className={rules.list} aria-label={t('transfers.rows')}>{list.items.map((one) => <li key={one.contact}><Item row={one} /></li>)}</ul>
            <More {...list} />
          </>
        )}
    </Stack>
  );
}

function Item({ row }: { row: Row }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { nameOf } = useChannels();
  return (
    <Link className={rules.broken} to={`/desk/all/${row.conversation}`}>
      <Text fw={550} truncate>{row.customerName ?? t('transfers.unknown')}</Text>
      <Text size="sm" c="dimmed" className="numbers">{format.dateTime(row.openedAt)}</Text>
      <Text size="sm" truncate>#{row.caseNumber} {row.subject}</Text>
      <Group gap={6} className={rules.where}>
        {row.repeat && <Badge variant="light" color="gray">{t('transfers.repeat')}</Badge>}
        <Text size="sm" c="dimmed">{[nameOf(row.channel), row.queue?.name].filter(Boolean).join(' · ')}</Text>
      </Group>
      {row.moves.map((move) => <Moved key={move.at} move={move} />)}
    </Link>
  );
}

function Moved({ move }: { move: Move }) {
  const { t, i18n } = useTranslation('contacts');
  const format = useFormat();
  const why = (i18n.language === 'nl' ? move.whyNl : move.whyEn) ?? t('transfers.noReason');
  const to = move.toPerson ? t('transfers.colleague') : move.to?.name ?? t('transfers.elsewhere');
  return <Text size="sm" style={{ gridColumn: '1 / -1' }}>{t('transfers.fromTo', { from: move.from?.name ?? t('transfers.elsewhere'), to })} · {why} · {format.moment(move.at)}</Text>;
}
