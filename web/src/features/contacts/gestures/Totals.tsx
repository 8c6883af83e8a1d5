import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { Loading } from '@app/states';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGestureTotals, type GestureFilter } from './api';

/** What was given among these and what it cost; and which department made it necessary. */
export function Totals({ filter }: { filter: GestureFilter }) {
  const { t, i18n } = useTranslation('contacts');
  const format = useFormat();
  const totals = useGestureTotals(filter);
  if (totals.isPending) return <Loading height={44} />;
  if (totals.isError) return <ProblemNote error={totals.error} />;
  const { cost, causes } = totals.data;
  if (cost.length === 0) return null;
  const line = (one: { n: number; amountMinor: number; currency: string }) => t('gestures.total', { count: one.n, amount: format.money(one.amountMinor, one.currency) });
  return (
    <div>
      <Text fw={600} className="numbers">{cost.map(line).join(' · ')}</Text>
      <Text size="sm" c="dimmed" className="numbers">
        {t('gestures.causes')} {causes.map((one) => `${(i18n.language === 'nl' ? one.nameNl : one.nameEn) ?? t('gestures.noCause')} ${format.money(one.amountMinor, one.currency)} (${format.number(one.n)})`).join(' · ')}
      </Text>
    </div>
  );
}
