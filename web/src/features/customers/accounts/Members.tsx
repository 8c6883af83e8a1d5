import { useMembership } from '@app/accounts/api';
import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { More } from '@app/list/More';
import { Empty, Failed, Loading } from '@app/states';
import { ActionIcon, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconUsers, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import customers from '../Customers.module.css';
import { useMembers, type Account, type Member } from './api';
import { MemberModal } from './MemberModal';

/** Who contact us for the account, and as what. */
export function Members({ account, changes }: { account: Account; changes: boolean }) {
  const { t } = useTranslation('customers');
  const list = useMembers(account.id);
  const { put, remove } = useMembership(account.id);
  const [open, setOpen] = useState<{ member?: Member }>();
  const add = changes && <Button size="compact-md" variant="light" leftSection={<IconPlus size={15} />} onClick={() => setOpen({})}>{t('accounts.addMember')}</Button>;
  const takeOut = ({ customer, name, role, main }: Member) => remove.mutate(customer, {
    onSuccess: () => toastUndo(t('accounts.memberRemoved', { name: name ?? t('unnamed') }), t('app:undo'), () => put.mutate({ customer, role, main, version: 0 }, { onError: toastProblem })),
    onError: toastProblem,
  });
  return (
    <>
      {list.isPending ? <Loading height={120} /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0
        ? <Empty icon={IconUsers} height={180} title={t('accounts.noMembers')} action={add || undefined}>{t('accounts.noMembersHelp')}</Empty>
        : (
          <>
            {add && <Group mb="sm">{add}</Group>}
            <ul className={customers.list}>
              {list.items.map((one) => (
                <li key={one.customer} className={customers.row}>
                  <div style={{ minWidth: 0 }}>
                    <Group gap={8}>
                      <Anchor component={Link} to={`/customers/${one.customer}`} fw={550}>{one.name ?? one.address ?? t('unnamed')}</Anchor>
                      {one.main && <Badge size="sm" variant="light" tt="none">{t('app:accounts.main')}</Badge>}
                    </Group>
                    <Text size="sm" c="dimmed" truncate>{[one.role, one.name && one.address].filter(Boolean).join(' · ')}</Text>
                  </div>
                  {changes && (
                    <Group gap={2} wrap="nowrap">
                      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('accounts.changeMember', { name: one.name ?? t('unnamed') })} onClick={() => setOpen({ member: one })}><IconPencil size={16} /></ActionIcon>
                      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('accounts.removeMember', { name: one.name ?? t('unnamed') })} onClick={() => takeOut(one)}><IconX size={16} /></ActionIcon>
                    </Group>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      <More {...list} />
      {open && <MemberModal account={account} member={open.member} first={list.items.length === 0} onClose={() => setOpen(undefined)} />}
    </>
  );
}
