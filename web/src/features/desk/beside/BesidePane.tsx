import { useFormat } from '@app/format';
import { FieldsOfCase, FieldsOfCustomer } from '@app/fields/FieldsOf';
import { Given } from '@app/gestures/Given';
import { GroupBadge } from '@app/groups/GroupBadge';
import { Stories } from '@app/stories/Stories';
import { Empty, Failed, Loading } from '@app/states';
import { ActionIcon, Avatar, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconMail, IconPhone, IconRosetteDiscountCheck, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConversation } from '../api';
import { Consults } from '../consults/Consults';
import { Guidelines } from '../guidance/Guidelines';
import { putInAnswer } from '../guidance/words';
import { useDeskPlace } from '../places';
import type { Beside } from '../types';
import { AccountBeside } from './AccountBeside';
import classes from './Beside.module.css';
import { History } from './History';
import { Orders } from './Orders';
import { Promises } from './Promises';

/** Who the customer is, what is on the way to him, what we promised, and how it went before. */
export function BesidePane({ id, back }: { id: string; back?: boolean }) {
  const { t } = useTranslation('desk');
  const { address, open: goTo } = useDeskPlace();
  const open = useConversation(id);
  if (open.isPending) return <Loading />;
  if (open.isError) return <Failed error={open.error} onRetry={() => void open.refetch()} />;
  const { beside, promises, consults, conversation, contact, mayHandle } = open.data;
  const guidelines = contact && (
    <Guidelines key={contact.id} contact={contact} language={conversation.language} handles={mayHandle}
      onWords={async (words) => {
        if (back) await goTo(id);
        putInAnswer(id, words);
      }} />
  );
  const ofCase = <FieldsOfCase key={conversation.caseId} id={conversation.caseId} frame={(content) => <Section title={t('app:fields.ofCase')}>{content}</Section>} />;
  return (
    <aside className={classes.pane} aria-label={t('customer')}>
      {back && (
        <Group gap="xs" mb="md">
          <ActionIcon component={Link} to={address(id)} variant="subtle" color="gray" size="lg" aria-label={t('backToThread')}><IconArrowLeft size={20} /></ActionIcon>
          <Text fw={600}>{t('customer')}</Text>
        </Group>
      )}
      {beside
        ? (
          <>
            <Who beside={beside} />
            <AccountBeside customer={beside.customer.id} caseView={open.data.caseView} handles={mayHandle} />
            {guidelines}
            <Section title={t('app:stories.title')}><Stories key={beside.customer.id} customer={beside.customer.id} /></Section>
            <Section title={t('app:gestures.before')}><Given key={beside.customer.id} customer={beside.customer.id} /></Section>
            <Promises promises={promises} brand={conversation.brand} conversation={id} handles={mayHandle} />
            <Consults consults={consults} promises={promises} handles={mayHandle} />
            <Orders orders={beside.orders} customer={beside.customer.id} />
            {ofCase}
            <FieldsOfCustomer key={beside.customer.id} id={beside.customer.id} frame={(content) => <Section title={t('app:fields.ofCustomer')}>{content}</Section>} />
            <History history={beside.history} current={id} customer={beside.customer.id} />
          </>
        )
        : <>{guidelines}{ofCase}<Empty icon={IconUser} title={t('noCustomer.title')}>{t('noCustomer.detail')}</Empty></>}
    </aside>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={3} className={classes.title}>{title}</Title>
      {children}
    </section>
  );
}

function Who({ beside: { customer, identities, history, orders } }: { beside: Beside }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const shown = identities.filter((one) => one.kind !== 'BROWSER' && one.kind !== 'EXTERNAL');
  // orders and contacts that were brought over are older than the record
  const since = [customer.createdAt, ...orders.map((one) => one.orderedAt), ...history.map((one) => one.openedAt)]
    .reduce((first, at) => (Date.parse(at) < Date.parse(first) ? at : first));
  const score = history.find((one) => one.score !== undefined);
  return (
    <div className={classes.who}>
      <Group wrap="nowrap" gap="sm">
        <Avatar name={customer.name} color="hart" radius="xl" size={44} />
        <div style={{ minWidth: 0 }}>
          <Group gap={8}><Title order={2} size="h3">{customer.name ?? t('unknownCustomer')}</Title><GroupBadge group={customer.group} /></Group>
          <Text size="sm" c="dimmed">{t('since', { date: format.date(since) })}</Text>
        </div>
      </Group>
      <ul className={classes.identities}>
        {shown.map((one) => (
          <li key={one.value}>
            {one.kind === 'PHONE' ? <IconPhone size={15} aria-hidden="true" /> : <IconMail size={15} aria-hidden="true" />}
            <span className={classes.value}>{one.value}</span>
            {one.proposed && <Text span size="xs" c="dimmed">{t('proposedAddress')}</Text>}
            {one.proven && <IconRosetteDiscountCheck size={15} color="var(--good)" role="img" aria-label={t('proven')} />}
          </li>
        ))}
      </ul>
      {score && (
        <div className={classes.score}>
          <Score score={score.score!} />
          <Text size="sm">{score.why ? `“${score.why}”` : t('scoreWithoutWords')}</Text>
        </div>
      )}
    </div>
  );
}

/** 0 to 10, in the colour of its kind: 0–6 detractor, 7–8 passive, 9–10 promoter. */
export function Score({ score }: { score: number }) {
  const { t } = useTranslation('desk');
  const kind = score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
  return <span className={classes.mark} data-kind={kind} title={t('scoreGiven', { score })}>{score}</span>;
}
