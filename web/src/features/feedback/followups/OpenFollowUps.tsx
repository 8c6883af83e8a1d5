import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '@app/live';
import { useFollowUpCounts } from '../api';

/** How many are mine, beside the name of the place. */
export function OpenFollowUps() {
  const { t } = useTranslation('feedback');
  const counts = useFollowUpCounts().data;
  useLive('follow-up.changed', (_, queries) => void queries.invalidateQueries({ queryKey: ['follow-ups'] }), ['follow-ups']);
  useLive('follow-up.reminded', (_, queries) => void queries.invalidateQueries({ queryKey: ['follow-ups'] }), ['follow-ups']);
  if (!counts || counts.mine === 0) return null;
  return (
    <Badge size="sm" variant={counts.mineLate > 0 ? 'filled' : 'light'} aria-label={t('followUps.badge', { count: counts.mine })}>
      {counts.mine}
    </Badge>
  );
}
