import { AccountBlock } from '@app/accounts/AccountBlock';
import { useAccountOf } from '@app/accounts/api';
import { ForWhom } from '@app/accounts/ForWhom';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import { Section } from './BesidePane';

interface Props { customer: string; caseView: OpenConversation['caseView']; handles: boolean }

/** The account of the customer, and for whom he came: a member says so, and who is for somebody else stands there for everybody. */
export function AccountBeside({ customer, caseView, handles }: Props) {
  const { t } = useTranslation('desk');
  const account = useAccountOf(customer).data?.membership?.account;
  const said = account || caseView.forWhom;
  return (
    <AccountBlock key={customer} customer={customer} frame={(content) => <Section title={t('forWhom.account')}>{content}</Section>}>
      {said && <ForWhom caseId={caseView.id} brand={caseView.brand} customer={caseView.customer} account={account} forWhom={caseView.forWhom} changes={handles} />}
    </AccountBlock>
  );
}
