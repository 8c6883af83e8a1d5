import { AccountBlock } from '@app/accounts/AccountBlock';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { FieldsOfCustomer } from '@app/fields/FieldsOf';
import { useFormat } from '@app/format';
import { Given } from '@app/gestures/Given';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Stories } from '@app/stories/Stories';
import { Badge, Button, Group, Tabs, Text } from '@mantine/core';
import { IconArrowMerge, IconEraser, IconMailPlus, IconMessages, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { useCustomer, useHistory, type CustomerPage as Shown } from './api';
import { BeginConversation } from './BeginConversation';
import { ChangeCustomer } from './ChangeCustomer';
import classes from './Customers.module.css';
import { GroupOfCustomer } from './groups/GroupOfCustomer';
import { Identities } from './Identities';
import { Orders } from './Orders';
import { OnePerson, useMayMerge } from './person/OnePerson';
import { SamePersonAs } from './person/SamePersonAs';
import { Timeline } from './timeline/Timeline';

const tabs = ['everything', 'orders', 'history'];

export default function CustomerPage() {
  const { t } = useTranslation('customers');
  const { id = '' } = useParams();
  const { may } = useSession();
  const page = useCustomer(id);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'everything';
  const [changing, setChanging] = useState(false);
  const [writing, setWriting] = useState(false);
  const [merging, setMerging] = useState(false);
  const mayMerge = useMayMerge();
  if (page.isPending) return <Loading />;
  if (page.isError) return <Failed error={page.error} onRetry={() => void page.refetch()} />;
  const { customer, identities, orders } = page.data;
  // of a card that was merged, the page of the person
  if (customer.id !== id) return <Navigate replace to={`/customers/${customer.id}`} />;
  return (
    <>
      <PageHead title={customer.name ?? identities.find(({ kind }) => kind === 'EMAIL')?.value ?? t('unnamed')} up={{ to: '/customers', label: t('place') }}>
        {may('customers.erase') && (
          <Button variant="default" leftSection={<IconEraser size={16} />} component={Link} to={`/customers/${id}/erase`}>{t('erase.button')}</Button>
        )}
        {may('customers.change') && (
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setChanging(true)}>{t('change')}</Button>
        )}
        {mayMerge && (
          <Button variant="default" leftSection={<IconArrowMerge size={16} />} onClick={() => setMerging(true)}>{t('person.button')}</Button>
        )}
        {may('contacts.handle') && (
          <Button leftSection={<IconMailPlus size={16} />} onClick={() => setWriting(true)}>{t('begin.button')}</Button>
        )}
      </PageHead>
      <div className={classes.columns}>
        <About customer={customer} identities={identities} orders={orders} />
        <Tabs value={tab} onChange={(chosen) => setSearch(chosen && chosen !== 'everything' ? { tab: chosen } : {}, { replace: true })} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="everything">{t('timeline.title')}</Tabs.Tab>
            <Tabs.Tab value="orders">{t('orders.title', { count: orders.length })}</Tabs.Tab>
            {may('contacts.view') && <Tabs.Tab value="history">{t('history.title')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="everything"><Timeline key={id} customer={id} /></Tabs.Panel>
          <Tabs.Panel value="orders"><Orders orders={orders} customer={id} /></Tabs.Panel>
          <Tabs.Panel value="history"><History id={id} /></Tabs.Panel>
        </Tabs>
      </div>
      {writing && <BeginConversation customer={id} identities={identities} onClose={() => setWriting(false)} />}
      {merging && <SamePersonAs customer={customer} onClose={() => setMerging(false)} />}
      {changing && <ChangeCustomer customer={customer} onClose={() => setChanging(false)} />}
    </>
  );
}

function About({ customer, identities, orders }: Shown) {
  const { t } = useTranslation('customers');
  const { brands } = useUser();
  const format = useFormat();
  // orders that were brought over are older than the record
  const since = [customer.createdAt, ...orders.map((one) => one.orderedAt)].reduce((first, at) => (Date.parse(at) < Date.parse(first) ? at : first));
  const facts = [
    [t('brand'), brands.find((brand) => brand.id === customer.brand)?.name],
    [t('language'), customer.language && t(`app:languages.${customer.language}`)],
    [t('country'), customer.country],
    [t('known'), format.date(since)],
    [t('surveys'), customer.surveysDeclined ? t('declined') : t('welcome')],
  ];
  return (
    <section className={classes.card} aria-label={t('about')}>
      <OnePerson key={`person ${customer.id}`} customer={customer} />
      <Identities customer={customer} identities={identities} />
      <dl style={{ margin: '16px 0 0', display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 16px', fontSize: '0.9rem' }}>
        {facts.filter(([, value]) => value).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt style={{ color: 'var(--ink-soft)' }}>{name}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      <FieldsOfCustomer key={`fields ${customer.id}`} id={customer.id} frame={(content) => <><Text fw={600} size="sm" mt="md" mb={6}>{t('app:fields.ofCustomer')}</Text>{content}</>} />
      <GroupOfCustomer key={customer.group} customer={customer} />
      <AccountBlock key={`account-${customer.id}`} customer={customer.id} frame={(content) => <><Text fw={600} size="sm" mt="md" mb={6}>{t('accounts.place')}</Text>{content}</>} />
      <Text fw={600} size="sm" mt="md" mb={6}>{t('app:stories.title')}</Text>
      <Stories key={customer.id} customer={customer.id} />
      <Text fw={600} size="sm" mt="md" mb={6}>{t('app:gestures.before')}</Text>
      <Given key={customer.id} customer={customer.id} />
    </section>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const history = useHistory(id, true);
  if (history.isPending) return <Loading height={160} />;
  if (history.isError) return <Failed error={history.error} onRetry={() => void history.refetch()} />;
  if (history.items.length === 0) return <Empty icon={IconMessages} height={160} title={t('history.none')}>{t('history.noneHelp')}</Empty>;
  return (
    <>
      <ul className={classes.list}>
        {history.items.map((contact) => (
          <li key={contact.id}>
            <Link className={classes.row} to={`/desk/all/${contact.conversation}`}>
              <div style={{ minWidth: 0 }}>
                <Text fw={550} truncate>{contact.subject || t('history.untitled')}</Text>
                <Text size="sm" c="dimmed">{t('history.case', { number: contact.caseNumber })}{contact.spans && ` · ${contact.spans.customer.id === id
                  ? t('app:forWhom.forOther', { other: contact.spans.forWhom.name ?? t('unnamed') })
                  : t('app:forWhom.via', { customer: contact.spans.customer.name ?? t('unnamed') })}`}</Text>
              </div>
              <Group gap="xs" wrap="nowrap">
                {!contact.endedAt && <Badge variant="light">{t('history.open')}</Badge>}
                <Text size="sm" c="dimmed" className="numbers">{format.date(contact.openedAt)}</Text>
              </Group>
            </Link>
          </li>
        ))}
      </ul>
      <More {...history} />
    </>
  );
}
