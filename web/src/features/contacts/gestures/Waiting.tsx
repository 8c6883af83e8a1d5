import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGestureCounts } from './api';

/** How many asks wait for my word, beside the name of the place. */
export function Waiting() {
  const { t } = useTranslation('contacts');
  const counts = useGestureCounts().data;
  if (!counts || counts.waiting === 0) return null;
  return <Badge size="sm" variant="filled" aria-label={t('gestures.badge', { count: counts.waiting })}>{counts.waiting}</Badge>;
}
