import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Box, Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import classes from '../Customers.module.css';
import { AccountForm } from './AccountForm';
import { useAccounts, type AccountLine, type Kind } from './api';

const kinds: Kind[] = ['RESELLER', 'BUSINESS'];

/** Resellers and other companies whose people contact us. */
export default function AccountsPage() {
  const { t } = useTranslation('customers');
  const { brands, partnerId } = useUser();
  const { may } = useSession();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const text = search.get('text') ?? '';
  const brand = search.get('brand') ?? undefined;
  const kind = search.get('kind') ?? undefined;
  const archived = search.get('archived') === 'yes';
  const set = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const list = useAccounts({ text: text || undefined, brand, kind, archived });
  const narrowed = text !== '' || brand !== undefined || kind !== undefined || archived;
  const add = may('customers.change') && <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>{t('accounts.add')}</Button>;
  return (
    <>
      <PageHead title={t('accounts.place')} lead={t('accounts.lead')}>{add}</PageHead>
      <Group gap="sm" mb="md" align="center">
        <Box style={{ flex: '1 1 240px', maxWidth: 400 }}><SearchField value={text} label={t(partnerId ? 'accounts.searchPartner' : 'accounts.search')} onChange={(value) => set('text', value)} /></Box>
        {brands.length > 1 && (
          <Select aria-label={t('brand')} placeholder={t('accounts.everyBrand')} clearable w={180} value={brand ?? null} onChange={(value) => set('brand', value)}
            data={brands.map((one) => ({ value: one.id, label: one.name }))} />
        )}
        <Select aria-label={t('accounts.kind')} placeholder={t('accounts.everyKind')} clearable w={190} value={kind ?? null} onChange={(value) => set('kind', value)}
          data={kinds.map((one) => ({ value: one, label: t(`app:accounts.kinds.${one}`) }))} />
        <Checkbox label={t('accounts.onlyArchived')} checked={archived} onChange={(event) => set('archived', event.currentTarget.checked ? 'yes' : null)} />
      </Group>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? (
        <Empty icon={IconBuildingStore} title={narrowed ? t('accounts.noneFound') : t('accounts.none')} action={narrowed ? undefined : add || undefined}>
          {narrowed ? t('accounts.noneFoundHelp') : t('accounts.noneHelp')}
        </Empty>
      ) : (
        <ul className={classes.list}>{list.items.map((one) => <li key={one.id}><Row account={one} /></li>)}</ul>
      )}
      <More {...list} />
      {adding && <AccountForm brand={brand ?? brands[0]!.id} onClose={() => setAdding(false)} onMade={(id) => void go(`/accounts/${id}`)} />}
    </>
  );
}

function Row({ account }: { account: AccountLine }) {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  return (
    <Link to={`/accounts/${account.id}`} className={classes.row}>
      <Box miw={0}>
        <Text fw={550} truncate>{account.name}</Text>
        <Text size="sm" c="dimmed" truncate>
          {[t(`app:accounts.kinds.${account.kind}`), account.number, brands.length > 1 ? brands.find((one) => one.id === account.brand)?.name : undefined, account.managerName].filter(Boolean).join(' · ')}
        </Text>
      </Box>
      <Group gap="md" wrap="nowrap" style={{ flex: 'none' }}>
        {account.archived && <Badge variant="light" color="gray">{t('app:accounts.archived')}</Badge>}
        <Text size="sm" c="dimmed" visibleFrom="sm">{t('accounts.memberCount', { count: account.members })}</Text>
        {account.openCases !== undefined && <Text size="sm" fw={account.openCases > 0 ? 600 : undefined} c={account.openCases > 0 ? undefined : 'dimmed'}>{t('accounts.openCount', { count: account.openCases })}</Text>}
      </Group>
    </Link>
  );
}
