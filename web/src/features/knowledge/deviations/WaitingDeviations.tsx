import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFollowGuidelines, useWaitingDeviations } from '../api';

/** How many deviations from my guidelines nobody has looked at, beside the name of the place. */
export function WaitingDeviations() {
  const { t } = useTranslation('knowledge');
  useFollowGuidelines();
  const waiting = useWaitingDeviations().data?.waiting ?? 0;
  if (waiting === 0) return null;
  return <Badge size="sm" variant="filled" aria-label={t('deviations.badge', { count: waiting })}>{waiting}</Badge>;
}
