import { useUser } from '@app/session';
import { ActionIcon, Button, Group, Input, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roles, type Grant } from './api';

/** What someone is, for one brand or for all. */
export function RoleEditor({ grants, onChange, error }: { grants: Grant[]; onChange: (grants: Grant[]) => void; error?: ReactNode }) {
  const { t } = useTranslation('people');
  const { brands } = useUser();
  const change = (index: number, next: Partial<Grant>) => onChange(grants.map((grant, at) => (at === index ? { ...grant, ...next } : grant)));
  return (
    <div role="group" aria-label={t('roles.label')}>
      <Input.Label>{t('roles.label')}</Input.Label>
      <Stack gap="xs">
        {grants.map((grant, index) => (
          <Group key={index} gap="xs" wrap="nowrap">
            <Select flex={1} aria-label={t('roles.label')} allowDeselect={false} value={grant.role} onChange={(role) => role && change(index, { role })}
              data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
            <Select flex={1} aria-label={t('roles.brand')} clearable placeholder={t('roles.allBrands')} value={grant.brand ?? null} onChange={(brand) => change(index, { brand: brand ?? undefined })}
              data={brands.map((brand) => ({ value: brand.id, label: brand.name }))} />
            <ActionIcon variant="subtle" color="gray" aria-label={t('roles.remove', { role: t(`role.${grant.role}`) })} onClick={() => onChange(grants.filter((_, at) => at !== index))}><IconX size={16} /></ActionIcon>
          </Group>
        ))}
        {error && <Text size="xs" c="var(--late)" role="alert">{error}</Text>}
        <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => onChange([...grants, { role: 'agent' }])}>{t('roles.add')}</Button></div>
      </Stack>
    </div>
  );
}
