import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Box, Button, Group, Text } from '@mantine/core';
import { IconMailPlus, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCustomers, type FoundCustomer } from './api';
import classes from './Customers.module.css';
import { WriteToSomebody } from './WriteToSomebody';

export default function CustomersPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const list = useCustomers(text);
  const { may, user } = useSession();
  const [writing, setWriting] = useState(false);
  return (
    <>
      <PageHead title={t('place')} lead={t('lead')}>
        {may('contacts.handle') && !user?.partnerId && (
          <Button variant="default" leftSection={<IconMailPlus size={16} />} onClick={() => setWriting(true)}>{t('begin.somebody')}</Button>
        )}
      </PageHead>
      <Box maw={520} mb="md">
        <SearchField value={text} label={t('search')} onChange={(value) => setSearch(value ? { text: value } : {}, { replace: true })} />
      </Box>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty icon={IconUserSearch} title={text ? t('none', { text }) : t('nobody')}>{text ? t('noneHelp') : t('nobodyHelp')}</Empty>
      ) : (
        <ul className={classes.list}>
          {list.items.map((customer) => <Row key={customer.id} customer={customer} />)}
        </ul>
      )}
      <More {...list} />
      {writing && <WriteToSomebody text={text} onClose={() => setWriting(false)} />}
    </>
  );
}

function Row({ customer }: { customer: FoundCustomer }) {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  return (
    <li>
      <Link to={`/customers/${customer.id}`} className={classes.row}>
        <Box miw={0}>
          <Text fw={550} truncate>{customer.name ?? customer.address ?? t('unnamed')}</Text>
          {customer.name && customer.address && <Text size="sm" c="dimmed" truncate>{customer.address}</Text>}
        </Box>
        <Group gap="xs" wrap="nowrap">
          {customer.surveysDeclined && <Badge variant="light" color="gray">{t('declined')}</Badge>}
          {customer.country && <Text size="sm" c="dimmed">{customer.country}</Text>}
          <Text size="sm" c="dimmed">{brands.find((brand) => brand.id === customer.brand)?.name}</Text>
        </Group>
      </Link>
    </li>
  );
}
