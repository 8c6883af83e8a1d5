import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Group, SegmentedControl, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroups, type By, type Counted, type Group as Row } from './api';
import { useFilter } from './useFilter';

const ways: By[] = ['WEEK', 'BRAND', 'CHANNEL', 'QUEUE'];

/** The figures side by side, per week, brand, channel or queue; never per person. */
export function Groups() {
  const { t } = useTranslation('contacts');
  const { filter } = useFilter();
  const [by, setBy] = useState<By>('WEEK');
  const groups = useGroups(filter, by);
  return (
    <section aria-labelledby="groups">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="groups">{t('transfers.sideBySide')}</Title>
        <SegmentedControl aria-label={t('transfers.sideBySide')} value={by} onChange={(value) => setBy(value as By)} data={ways.map((one) => ({ value: one, label: t(`transfers.by.${one}`) }))} />
      </Group>
      {groups.isPending ? <Loading height={160} /> : groups.isError ? <Failed error={groups.error} onRetry={() => void groups.refetch()} height={160} /> : <Rows by={by} groups={groups.data} />}
    </section>
  );
}

function Rows({ by, groups }: { by: By; groups: Row[] }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { days } = useFilter();
  const { brands } = useUser();
  const { nameOf } = useChannels();
  const name = (one: Row) => {
    if (!one.key) return t('transfers.noQueue');
    if (by === 'WEEK') return t('transfers.weekOf', { day: format.calendarDay(one.key) });
    if (by === 'BRAND') return brands.find((brand) => brand.id === one.key)?.name ?? t('transfers.elsewhere');
    return by === 'CHANNEL' ? nameOf(one.key) : one.name ?? t('transfers.elsewhere');
  };
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`transfers.by.${by}`)}</Table.Th>
            <Table.Th ta="right">{t('transfers.contacts')}</Table.Th>
            {(['TRANSFERRED', 'TWICE', 'REPEATED', 'MORE_IN_CASE'] as const).map((one) => <Table.Th key={one} ta="right">{t(`transfers.which.${one}`, { count: Number(days) })}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((one) => (
            <Table.Tr key={one.key ?? 'none'}>
              <Table.Td>{name(one)}</Table.Td>
              <Table.Td ta="right" className="numbers">{format.number(one.figures.contacts)}</Table.Td>
              {[one.figures.transferred, one.figures.twice, one.figures.repeats, one.figures.moreInCase].map((counted, at) => <Table.Td key={at} ta="right"><Share counted={counted} /></Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Below ten the numbers only. */
function Share({ counted: { count, n, share } }: { counted: Counted }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const of = t('transfers.of', { count: format.number(count), n: format.number(n) });
  if (!share) return <span className="numbers">{of}</span>;
  const [percent, low, high] = [share.percent, share.interval.low, share.interval.high].map(format.hundredths);
  return <span className="numbers" title={of}>{t('transfers.share', { percent, low, high })}</span>;
}
