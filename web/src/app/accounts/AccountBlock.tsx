import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconBuildingStore, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toastDone, toastProblem } from '../announce';
import { useFormat } from '../format';
import { GroupBadge } from '../groups/GroupBadge';
import { useSession } from '../session';
import classes from './Accounts.module.css';
import { AgreementLine } from './AgreementLine';
import { useAccountOf, useMembership, type AccountOfCustomer } from './api';

interface Props {
  customer: string;
  /** Under what it stands; nothing when there is nothing to say. */
  frame: (content: ReactNode) => ReactNode;
  /** For whom this customer came, where that can be said. */
  children?: ReactNode;
}

/** Of which account a customer is, what was agreed with it, and through which accounts he bought. */
export function AccountBlock({ customer, frame, children }: Props) {
  const account = useAccountOf(customer).data;
  const nothing = !account || (!account.membership && !account.suggested && account.through.length === 0);
  if (nothing && !children) return null;
  return frame(
    <div className={classes.block}>
      {account?.membership && <Membership of={account.membership} />}
      {account?.suggested && <Suggested customer={customer} suggestion={account.suggested} />}
      {account && account.through.length > 0 && <Through all={account.through} />}
      {children}
    </div>,
  );
}

function Membership({ of: { account, kind, name, number, role, main, managerName, group, agreements, archived } }: { of: NonNullable<AccountOfCustomer['membership']> }) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <Group gap={8}>
          <IconBuildingStore size={17} aria-hidden="true" />
          <Anchor component={Link} to={`/accounts/${account}`} fw={600} size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>{name}</Anchor>
          <GroupBadge group={group} />
          {archived && <Badge size="sm" variant="light" color="gray">{t('accounts.archived')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">{[t(`accounts.kinds.${kind}`), number, role, main ? t('accounts.main') : undefined].filter(Boolean).join(' · ')}</Text>
        {managerName && <Text size="sm" c="dimmed">{t('accounts.managedBy', { name: managerName })}</Text>}
      </div>
      {agreements.length > 0 && (
        <ul className={classes.agreements} aria-label={t('accounts.agreements')}>{agreements.map((one) => <li key={one.id}><AgreementLine agreement={one} /></li>)}</ul>
      )}
    </>
  );
}

/** He writes from the mail domain of an account and is no member yet: one click makes him one. */
function Suggested({ customer, suggestion: { account, name, domain } }: { customer: string; suggestion: NonNullable<AccountOfCustomer['suggested']> }) {
  const { t } = useTranslation();
  const { may } = useSession();
  const { put } = useMembership(account);
  const join = () => put.mutate({ customer, role: '', main: false, version: 0 }, { onSuccess: () => toastDone(t('accounts.joined', { name })), onError: toastProblem });
  return (
    <div>
      <Text size="sm">{t('accounts.suggested', { domain })}{' '}<Anchor component={Link} inherit to={`/accounts/${account}`}>{name}</Anchor></Text>
      {may('customers.change') && (
        <Button mt={6} size="compact-sm" variant="light" loading={put.isPending} leftSection={<IconUserPlus size={15} />} onClick={join}>{t('accounts.join')}</Button>
      )}
    </div>
  );
}

function Through({ all }: { all: AccountOfCustomer['through'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      {all.map(({ account, name, since, until }) => (
        <Text key={account + since} size="sm">
          <span className={classes.soft}>{t('accounts.through')}</span>{' '}
          <Anchor component={Link} inherit to={`/accounts/${account}`}>{name}</Anchor>{' '}
          <span className={classes.soft}>{until ? t('accounts.fromUntil', { from: format.date(since), until: format.date(until) }) : t('accounts.since', { date: format.date(since) })}</span>
        </Text>
      ))}
    </div>
  );
}
