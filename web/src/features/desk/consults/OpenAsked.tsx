import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAskedCounts } from './api';

/** How many questions wait for an answer of one's departments; in red when one of them is late. */
export function OpenAsked() {
  const { t } = useTranslation('desk');
  const counts = useAskedCounts().data;
  if (!counts?.open) return null;
  return <Badge size="sm" color={counts.late > 0 ? 'red.9' : 'gray'} variant={counts.late > 0 ? 'filled' : 'light'} aria-label={t('asked.badge', { count: counts.open })}>{counts.open}</Badge>;
}
