import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { Box, Group, SegmentedControl, Text } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import customers from '../Customers.module.css';
import classes from './Accounts.module.css';
import { useAccountCases } from './api';

/** Every case of members and end customers that one may see: who came, and for whom. */
export function AccountCases({ account }: { account: string }) {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [shown, show] = useState('all');
  const list = useAccountCases(account, { search: search || undefined, open: shown === 'open' || undefined, solved: shown === 'solved' || undefined });
  return (
    <section aria-label={t('accounts.cases')}>
      <Group mb="sm" gap="sm">
        <Box style={{ flex: '1 1 220px', maxWidth: 360 }}><SearchField value={search} label={t('accounts.searchCases')} onChange={setSearch} /></Box>
        <SegmentedControl size="sm" aria-label={t('accounts.which')} value={shown} onChange={show} data={['all', 'open', 'solved'].map((one) => ({ value: one, label: t(`accounts.shown.${one as 'all'}`) }))} />
      </Group>
      {list.isPending ? <Loading height={120} /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0
        ? <Empty icon={IconFolderSearch} height={160} title={t('accounts.noCases')}>{search || shown !== 'all' ? t('accounts.noneFoundHelp') : t('accounts.noCasesHelp')}</Empty>
        : (
          <ul className={customers.list}>
            {list.items.map((one) => (
              <li key={one.id}>
                <Link to={`/cases/${one.id}`} className={customers.row}>
                  <div style={{ minWidth: 0 }}>
                    <Text fw={550} truncate>{one.subject || t('history.untitled')}</Text>
                    <Text size="sm" c="dimmed" lineClamp={2}>
                      <span className="numbers">{one.number}</span>{' · '}
                      {one.forWhom ? t('app:forWhom.line', { customer: one.customerName ?? t('unnamed'), other: one.forWhom.name ?? t('unnamed') }) : one.customerName ?? t('unnamed')}
                      {' · '}{format.moment(one.openedAt)}
                    </Text>
                  </div>
                  <span className={classes.state} data-state={one.state}>{one.subState ? (i18n.language === 'nl' ? one.subState.nameNl : one.subState.nameEn) : t(`accounts.case.${one.state}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      <More {...list} />
    </section>
  );
}
