import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { useUser } from '@app/session';
import { Loading } from '@app/states';
import { Button, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTeamMonths } from './api';
import classes from './Gestures.module.css';

/** More than these stand folded, so that what was given stands above the fold. */
const atOnce = 3;

/** What each team has for this month and what is left of it; whoever is over his budget shows at once. */
export function Months({ brand }: { brand?: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { brands } = useUser();
  const [opened, open] = useDisclosure();
  const months = useTeamMonths(brand);
  if (months.isPending) return <Loading height={72} />;
  if (months.isError) return <ProblemNote error={months.error} />;
  if (months.data.length === 0) return null;
  const folds = months.data.length > atOnce;
  const shown = folds && !opened ? months.data.filter((one) => one.leftMinor < 0) : months.data;
  return (
    <section aria-label={t('gestures.months')}>
      {folds && <Button variant="subtle" size="compact-md" ml={-10} mb={4} aria-expanded={opened} onClick={open.toggle}>{t(opened ? 'gestures.foldMonths' : 'gestures.unfoldMonths', { count: months.data.length })}</Button>}
      <div className={classes.months}>
        {shown.map((one) => {
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
      </div>
    </section>
  );
}
