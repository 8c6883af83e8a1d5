import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePromiseCounts } from './api';

/** How many promises are mine to keep, beside the name of the place; filled when one is late. */
export function OpenPromises() {
  const { t } = useTranslation('desk');
  const counts = usePromiseCounts().data;
  if (!counts || counts.mine === 0) return null;
  return <Badge size="sm" variant={counts.mineLate > 0 ? 'filled' : 'light'} aria-label={t('promised.badge', { count: counts.mine })}>{counts.mine}</Badge>;
}
