import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCustomerGroups } from './api';

/** In which group a customer is; nothing when in none. */
export function GroupBadge({ group }: { group?: string }) {
  const { t, i18n } = useTranslation();
  const groups = useCustomerGroups();
  const one = group ? groups.data?.find((each) => each.id === group) : undefined;
  if (!one) return null;
  const name = i18n.language === 'nl' ? one.nameNl : one.nameEn;
  return <Badge size="sm" variant="outline" color={one.colour.toLowerCase()} tt="none" c="var(--ink)" title={t('group.is', { name })} style={{ flex: 'none', maxWidth: '50%' }}>{name}</Badge>;
}
