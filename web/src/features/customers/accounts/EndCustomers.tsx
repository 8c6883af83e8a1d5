import { useEndCustomers } from '@app/accounts/api';
import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { ActionIcon, Anchor, Box, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconUserHeart, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import customers from '../Customers.module.css';
import { useBuyers, type Account, type EndCustomer } from './api';
import { EndCustomerModal } from './EndCustomerModal';

/** Customers who bought through the account, since when and until when. */
export function EndCustomers({ account, changes }: { account: Account; changes: boolean }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const list = useEndCustomers(account.id, text);
  const { link, unlink } = useBuyers(account.id);
  const add = changes && <Button size="compact-md" variant="light" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>{t('accounts.addEndCustomer')}</Button>;
  const letGo = ({ customer, name }: EndCustomer) => unlink.mutate(customer, {
    onSuccess: () => toastUndo(t('accounts.unlinked', { name: name ?? t('unnamed') }), t('app:undo'), () => link.mutate(customer, { onError: toastProblem })),
    onError: toastProblem,
  });
  return (
    <>
      <Group mb="sm" gap="sm">
        <Box style={{ flex: '1 1 220px', maxWidth: 360 }}><SearchField value={text} label={t('accounts.searchEndCustomers')} onChange={setText} /></Box>
        {add}
      </Group>
      {list.isPending ? <Loading height={120} /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0
        ? <Empty icon={IconUserHeart} height={180} title={text ? t('none', { text }) : t('accounts.noEndCustomers')}>{text ? t('accounts.noneFoundHelp') : t('accounts.noEndCustomersHelp')}</Empty>
        : (
          <ul className={customers.list}>
            {list.items.map((one) => (
              <li key={one.customer + one.since} className={customers.row}>
                <div style={{ minWidth: 0 }}>
                  <Anchor component={Link} to={`/customers/${one.customer}`} fw={550}>{one.name ?? one.address ?? t('unnamed')}</Anchor>
                  <Text size="sm" c="dimmed" truncate>{one.until ? t('app:accounts.fromUntil', { from: format.date(one.since), until: format.date(one.until) }) : t('app:accounts.since', { date: format.date(one.since) })}</Text>
                </div>
                {changes && !one.until && <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('accounts.unlink', { name: one.name ?? t('unnamed') })} onClick={() => letGo(one)}><IconX size={16} /></ActionIcon>}
              </li>
            ))}
          </ul>
        )}
      <More {...list} />
      {adding && <EndCustomerModal account={account} onClose={() => setAdding(false)} />}
    </>
  );
}
