import { useAccountOf } from '@app/accounts/api';
import { ForWhom } from '@app/accounts/ForWhom';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CasePage } from './api';
import classes from './Cases.module.css';

/** For whom its customer came, to change on the spot; and who said so before. */
export function CaseFor({ page }: { page: CasePage }) {
  const { may } = useSession();
  const { customer } = page.view;
  return customer && may('customers.view') ? <OfMember page={page} customer={customer} /> : <Said page={page} />;
}

function OfMember({ page, customer }: { page: CasePage; customer: string }) {
  const account = useAccountOf(customer).data?.membership?.account;
  return <Said page={page} account={account} />;
}

function Said({ page: { view, forChanges, mergedInto, mayHandle }, account }: { page: CasePage; account?: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  if (!account && !view.forWhom && forChanges.length === 0) return null;
  const name = (one?: { name?: string }) => (one ? one.name ?? t('unknownCustomer') : t('forWhom.none'));
  return (
    <section className={classes.section} aria-label={t('forWhom.label')}>
      <ForWhom caseId={view.id} brand={view.brand} customer={view.customer} account={account} forWhom={view.forWhom} changes={mayHandle && !mergedInto} />
      <ul className={classes.changes} style={{ marginTop: 8 }}>
        {forChanges.map((one) => (
          <li key={one.at}>
            <div>
              <Text>{t('forWhom.changed', { was: name(one.was), became: name(one.became) })}</Text>
              <Text size="sm" c="dimmed">{one.byName} · {format.moment(one.at)}</Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
