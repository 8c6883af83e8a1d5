import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import type { Agreement } from './api';

/** What was agreed, from when until when, and where it stands whole. */
export function AgreementLine({ agreement: { title, words, validFrom, validUntil, link } }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = validFrom && format.date(`${validFrom}T12:00:00`);
  const until = validUntil && format.date(`${validUntil}T12:00:00`);
  const span = from && until ? t('accounts.fromUntil', { from, until }) : from ? t('accounts.from', { from }) : until ? t('accounts.until', { until }) : undefined;
  return (
    <>
      <Text component="div" size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>{title}</Text>
      {span && <Text component="div" size="xs" c="dimmed">{span}</Text>}
      {words && <p>{words}</p>}
      {link && <Anchor href={link} target="_blank" rel="noopener noreferrer" size="sm">{t('accounts.whole')}</Anchor>}
    </>
  );
}
