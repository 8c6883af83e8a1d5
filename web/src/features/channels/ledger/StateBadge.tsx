import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EnvelopeRow } from '../types';

const colours = { waiting: 'yellow', placed: 'green', refused: 'gray' };

/** The state, and what became of it in a word. */
export function StateBadge({ row }: { row: EnvelopeRow }) {
  const { t } = useTranslation('channels');
  const word = row.setAside ? 'set-aside' : row.outcome ?? row.state;
  return (
    <Badge variant="light" color={row.setAside ? 'red' : colours[row.state]} tt="none" autoContrast>
      {t(`ledger.outcome.${word}`, { defaultValue: word })}
    </Badge>
  );
}
