import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Anchor, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoves, type Moves } from './api';
import { useFilter } from './useFilter';

/** From where to where contacts were handed over, and why. */
export function Moved() {
  const { filter } = useFilter();
  const moves = useMoves(filter);
  if (moves.isPending) return <Loading height={160} />;
  if (moves.isError) return <Failed error={moves.error} onRetry={() => void moves.refetch()} height={160} />;
  if (moves.data.reasons.length === 0) return null;
  return <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl"><Reasons moves={moves.data} /><Routes moves={moves.data} /></SimpleGrid>;
}

const ofReason = (why: string | undefined): Record<string, string> => (why ? { which: 'ALL', why } : { which: 'WITHOUT_REASON' });

function Reasons({ moves }: { moves: Moves }) {
  const { t, i18n } = useTranslation('contacts');
  return (
    <section aria-labelledby="reasons">
      <Title order={2} size="h4" id="reasons" mb="xs">{t('transfers.why')}</Title>
      <Counts rows={moves.reasons.map((one) => ({
        key: one.why ?? 'none', name: (i18n.language === 'nl' ? one.nameNl : one.nameEn) ?? t('transfers.noReason'), number: one.transfers,
        behind: ofReason(one.why),
      }))} head={t('transfers.reason')} />
    </section>
  );
}

/** A queue that one may not see leads nowhere. */
function ofRoute({ from, to, toPerson }: Moves['routes'][number]): Record<string, string> | undefined {
  if (!from || (!to && !toPerson)) return undefined;
  return { which: 'ALL', fromQueue: from.id, ...(to ? { toQueue: to.id } : { toPerson: 'true' }) };
}

function Routes({ moves }: { moves: Moves }) {
  const { t } = useTranslation('contacts');
  return (
    <section aria-labelledby="routes">
      <Title order={2} size="h4" id="routes" mb="xs">{t('transfers.routes')}</Title>
      <Counts rows={moves.routes.map((one) => ({
        key: `${one.from?.id}-${one.to?.id}`,
        name: t('transfers.fromTo', { from: one.from?.name ?? t('transfers.elsewhere'), to: one.toPerson ? t('transfers.colleague') : one.to?.name ?? t('transfers.elsewhere') }),
        number: one.transfers,
        behind: ofRoute(one),
      }))} head={t('transfers.route')} />
    </section>
  );
}

interface Count { key: string; name: string; number: number; behind?: Record<string, string> }

function Counts({ rows, head }: { rows: Count[]; head: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { may } = useSession();
  const { behind } = useFilter();
  return (
    <Table>
      <Table.Thead><Table.Tr><Table.Th>{head}</Table.Th><Table.Th ta="right">{t('transfers.transfers')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((one) => (
          <Table.Tr key={one.key}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {one.behind && may('contacts.view') ? <Anchor component={Link} to={behind(one.behind)} size="sm">{one.name}</Anchor> : <Text size="sm">{one.name}</Text>}
            </Table.Td>
            <Table.Td ta="right" className="numbers">{format.number(one.number)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
