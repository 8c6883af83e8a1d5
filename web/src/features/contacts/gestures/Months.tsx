import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { useUser } from '@app/session';
import { Loading } from '@app/states';
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeamMonths } from './api';
import classes from './Gestures.module.css';

/** What each team has for this month and what is left of it. */
export function Months({ brand }: { brand?: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { brands } = useUser();
  const months = useTeamMonths(brand);
  if (months.isPending) return <Loading height={72} />;
  if (months.isError) return <ProblemNote error={months.error} />;
  if (months.data.length === 0) return null;
  return (
    <section aria-label={t('gestures.months')} className={classes.months}>
      {months.data.map((one) => {
        const money = (minor: number) => format.money(minor, one.currency);
        const name = brands.length > 1 && !brand ? `${one.teamName} · ${brands.find(({ id }) => id === one.brand)?.name ?? ''}` : one.teamName;
        return (
          <div key={one.brand + one.team} className={classes.card}>
            <Text size="sm" fw={600}>{name}</Text>
            <Text className="numbers" fw={600} c={one.leftMinor < 0 ? 'var(--late)' : undefined}>
              {one.leftMinor < 0 ? t('gestures.over', { amount: money(-one.leftMinor) }) : t('gestures.left', { amount: money(one.leftMinor) })}
            </Text>
            <Progress my={6} aria-label={t('gestures.usedLabel', { name })} color={one.leftMinor < 0 ? 'red.9' : undefined} value={one.budgetMinor === 0 ? 100 : Math.min(100, (100 * one.usedMinor) / one.budgetMinor)} />
            <Text size="sm" c="dimmed" className="numbers">{t('gestures.used', { used: money(one.usedMinor), budget: money(one.budgetMinor), count: one.n })}</Text>
          </div>
        );
      })}
    </section>
  );
}
