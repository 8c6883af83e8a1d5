import { useFormat } from '@app/format';
import { Failed, Loading } from '@app/states';
import { Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHours } from '../api';
import type { HourRow } from '../types';
import classes from './Ledger.module.css';

const columns = ['received', 'placed', 'refused', 'waiting', 'placements', 'duplicates', 'bounces'] as const;
const spans = { day: 24, week: 24 * 7 };

/** The counts, by hour and adapter. */
export function Hours() {
  const { t } = useTranslation('channels');
  const format = useFormat();
  const [span, setSpan] = useState<keyof typeof spans>('day');
  // A whole hour, so that the question stays the same while the page is open.
  const from = useMemo(() => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - spans[span] * 3_600_000).toISOString(), [span]);
  const hours = useHours(from);
  const rows = hours.data ?? [];
  const total = (column: (typeof columns)[number]) => rows.reduce((sum, row: HourRow) => sum + row[column], 0);
  const balanced = total('received') === total('placed') + total('refused') + total('waiting');

  return (
    <section aria-label={t('ledger.hours')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3">{t('ledger.hours')}</Title>
        <SegmentedControl aria-label={t('ledger.span')} value={span} onChange={(value) => setSpan(value as keyof typeof spans)}
          data={[{ value: 'day', label: t('ledger.day') }, { value: 'week', label: t('ledger.week') }]} />
      </Group>
      {hours.isPending && <Loading height={120} />}
      {hours.isError && <Failed error={hours.error} onRetry={() => void hours.refetch()} height={160} />}
      {hours.isSuccess && rows.length === 0 && <Text c="dimmed">{t('ledger.quiet')}</Text>}
      {rows.length > 0 && (
        <>
          <Text size="sm" c={balanced ? 'var(--good)' : 'var(--late)'} mb="xs" role="status">
            {t(balanced ? 'ledger.balanced' : 'ledger.unbalanced', {
              received: format.number(total('received')), placed: format.number(total('placed')),
              refused: format.number(total('refused')), waiting: format.number(total('waiting')),
            })}
          </Text>
          <div className={classes.scroll} role="region" aria-label={t('ledger.hours')} tabIndex={0}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('ledger.hour')}</th>
                  <th scope="col">{t('ledger.adapter')}</th>
                  {columns.map((column) => <th key={column} scope="col">{t(`ledger.column.${column}`)}</th>)}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 48).map((row) => (
                  <tr key={row.hour + row.adapter}>
                    <th scope="row">{format.moment(row.hour)}</th>
                    <td>{t(`ledger.adapters.${row.adapter}`, { defaultValue: row.adapter })}</td>
                    {columns.map((column) => <td key={column}>{format.number(row[column])}</td>)}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('ledger.total')}</th>
                  <td />
                  {columns.map((column) => <td key={column}>{format.number(total(column))}</td>)}
                </tr>
              </tfoot>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
