import type { CustomerGroup } from '@app/groups/api';
import { useCustomerGroups } from '@app/groups/api';
import { GroupBadge } from '@app/groups/GroupBadge';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Group, Select, Text, UnstyledButton } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import classes from '../Customers.module.css';
import { GroupForm } from './GroupForm';

/** Groups of customers of a brand: what they are called, and with which priority their contacts begin. */
export default function GroupsPage() {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<{ group?: CustomerGroup } | null>(null);
  const groups = useCustomerGroups();
  const brand = brands.find((one) => one.id === search.get('brand'))?.id ?? brands[0]?.id;
  if (!brand) return <Empty title={t('groups.noBrand')} />;
  const shown = groups.data?.filter((one) => one.brand === brand) ?? [];
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('groups.add')}</Button>;
  return (
    <>
      <PageHead title={t('groups.title')} lead={t('groups.lead')}>
        {brands.length > 1 && (
          <Select aria-label={t('brand')} allowDeselect={false} w={220} value={brand} onChange={(next) => next && setSearch({ brand: next }, { replace: true })}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
        {add}
      </PageHead>
      {groups.isPending ? <Loading /> : groups.isError ? <Failed error={groups.error} onRetry={() => void groups.refetch()} />
        : shown.length === 0 ? <Empty icon={IconUsersGroup} title={t('groups.none')} action={add}>{t('groups.noneHelp')}</Empty> : (
          <ul className={classes.list}>{shown.map((one) => <li key={one.id}><Row group={one} onOpen={() => setOpen({ group: one })} /></li>)}</ul>
        )}
      {open && <GroupForm key={JSON.stringify(open)} brand={brand} group={open.group} all={shown} onReplace={(group) => setOpen({ group })} onClose={() => setOpen(null)} />}
    </>
  );
}

function Row({ group, onOpen }: { group: CustomerGroup; onOpen: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <UnstyledButton w="100%" className={classes.row} onClick={onOpen}>
      <GroupBadge group={group.id} />
      <Group gap="md">
        {group.archived && <Text size="sm" c="dimmed">{t('groups.archived')}</Text>}
        {group.startsAs !== 'NORMAL' && <Text size="sm" c="dimmed">{t('groups.begins', { priority: t(`groups.priorities.${group.startsAs}`) })}</Text>}
      </Group>
    </UnstyledButton>
  );
}
