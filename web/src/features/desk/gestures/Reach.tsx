import type { AtHand } from '@app/gestures/api';
import { useFormat } from '@app/format';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How far one's mandate and the team's month reach. An overdrawn month is said and stops nobody. */
export function Reach({ atHand, amount }: { atHand: AtHand; amount?: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const money = (minor: number) => format.money(minor, atHand.currency);
  const { mandateMinor, month } = atHand;
  return (
    <Text size="sm" c="dimmed">
      {mandateMinor === 0 ? t('giving.noMandate')
        : amount === undefined ? t('giving.mandate', { mandate: money(mandateMinor) }) : t('giving.ofMandate', { amount: money(amount), mandate: money(mandateMinor) })}
      {month && ' '}
      {month && (month.leftMinor >= 0
        ? t('giving.left', { team: month.teamName, left: money(month.leftMinor) })
        : t('giving.over', { team: month.teamName, over: money(-month.leftMinor) }))}
    </Text>
  );
}
