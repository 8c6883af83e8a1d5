import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { More } from '../list/More';
import { SearchField } from '../list/SearchField';
import { Failed, Loading } from '../states';
import classes from './Accounts.module.css';
import { useEndCustomers, useFoundCustomers } from './api';

interface Props {
  label: string;
  brand: string;
  /** Whose end customers are shown before anything is typed. */
  account?: string;
  /** Not among those that can be chosen. */
  than?: string;
  chosen?: string;
  onChoose: (customer: string, name: string) => void;
}

/** A customer of the brand, by name, address or order number; those of the account first. */
export function PickCustomer({ label, brand, account, than, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const known = useEndCustomers(search ? undefined : account, '');
  const found = useFoundCustomers(brand, search);
  const list = search ? found : known;
  const people = (search
    ? found.items.map(({ id, name, address }) => ({ id, name, address }))
    : known.items.filter((one) => !one.until).map(({ customer, name, address }) => ({ id: customer, name, address }))).filter((one) => one.id !== than);
  return (
    <div>
      <SearchField first value={search} label={t('accounts.searchCustomer')} onChange={setSearch} />
      <div className={classes.pick} role="radiogroup" aria-label={label}>
        {list.isLoading && <Loading height={60} />}
        {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} height={120} />}
        {search && found.isSuccess && people.length === 0 && <Text size="sm" c="dimmed">{t('accounts.nobodyFound', { text: search })}</Text>}
        {people.map(({ id, name, address }) => (
          <UnstyledButton key={id} role="radio" aria-checked={id === chosen} className={classes.row} onClick={() => onChoose(id, name ?? address ?? t('accounts.unnamed'))}>
            <Text size="sm" fw={550} truncate>{name ?? address ?? t('accounts.unnamed')}</Text>
            {name && address && <Text size="sm" c="dimmed" truncate>{address}</Text>}
          </UnstyledButton>
        ))}
        {list.isSuccess && <More {...list} />}
      </div>
    </div>
  );
}
