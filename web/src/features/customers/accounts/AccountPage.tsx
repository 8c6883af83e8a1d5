import { useCustomerGroups } from '@app/groups/api';
import { PageHead } from '@app/list/PageHead';
import { useSession, useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Alert, Button, Tabs } from '@mantine/core';
import { IconArchive, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import customers from '../Customers.module.css';
import { AccountCases } from './AccountCases';
import { AccountForm } from './AccountForm';
import classes from './Accounts.module.css';
import { Agreements } from './Agreements';
import { useAccount, type Account, type AccountPage as Page } from './api';
import { EndCustomers } from './EndCustomers';
import { Members } from './Members';
import { WorkOf } from './WorkOf';

/** An account: who belongs to it, what was agreed, and all that they came for. */
export default function AccountPage() {
  const { id = '' } = useParams();
  const page = useAccount(id);
  if (page.isPending) return <Loading />;
  if (page.isError) return <Failed error={page.error} onRetry={() => void page.refetch()} />;
  return <Whole key={id} page={page.data} />;
}

function Whole({ page: { account, agreements, members, endCustomers, mayChange, mayChangePeople } }: { page: Page }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  const { partnerId } = useUser();
  const [changing, setChanging] = useState<Account>();
  const work = may('contacts.view');
  return (
    <>
      <PageHead title={account.name} lead={[t(`app:accounts.kinds.${account.kind}`), account.number].filter(Boolean).join(' · ')} up={{ to: '/accounts', label: t('accounts.place') }}>
        {mayChange && <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setChanging(account)}>{t('change')}</Button>}
      </PageHead>
      {account.archived && <Alert variant="light" color="gray" icon={<IconArchive />} mb="md">{t('accounts.archivedHelp')}</Alert>}
      <div className={classes.columns}>
        <section className={customers.card} aria-label={t('accounts.about')}>
          <Facts account={account} />
          {/* a partner's people do not see all of them, so that none is not news */}
          {(!partnerId || agreements.length > 0) && <Agreements account={account.id} agreements={agreements} changes={mayChange} />}
        </section>
        <Tabs defaultValue={work ? 'cases' : 'members'} keepMounted={false}>
          <Tabs.List mb="md">
            {work && <Tabs.Tab value="cases">{t('accounts.cases')}</Tabs.Tab>}
            <Tabs.Tab value="members">{t('accounts.members', { count: members })}</Tabs.Tab>
            <Tabs.Tab value="end">{t('accounts.endCustomers', { count: endCustomers })}</Tabs.Tab>
          </Tabs.List>
          {work && (
            <Tabs.Panel value="cases">
              <WorkOf account={account.id} />
              <AccountCases account={account.id} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="members"><Members account={account} changes={mayChangePeople} /></Tabs.Panel>
          <Tabs.Panel value="end"><EndCustomers account={account} changes={mayChangePeople} /></Tabs.Panel>
        </Tabs>
      </div>
      {changing && <AccountForm key={changing.version} brand={account.brand} account={changing} now={account} onReplace={setChanging} onClose={() => setChanging(undefined)} />}
    </>
  );
}

function Facts({ account }: { account: Account }) {
  const { t, i18n } = useTranslation('customers');
  const group = (useCustomerGroups().data ?? []).find((one) => one.id === account.group);
  const { brands } = useUser();
  const facts = [
    [t('brand'), brands.length > 1 && brands.find((one) => one.id === account.brand)?.name],
    [t('accounts.manager'), account.managerName],
    [t('accounts.number'), account.number],
    [t('accounts.domains'), account.domains.join(', ')],
    [t('groups.of'), group && (i18n.language === 'nl' ? group.nameNl : group.nameEn)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.filter(([, value]) => value).map(([name, value]) => (
        <div key={String(name)} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}
