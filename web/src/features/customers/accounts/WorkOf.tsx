import { useFormat } from '@app/format';
import { Figure } from '@app/number/Figure';
import { Failed, Loading } from '@app/states';
import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import customers from '../Customers.module.css';
import classes from './Accounts.module.css';
import { useWork } from './api';

/** How much of the work is theirs, why they came most, and what they were promised. */
export function WorkOf({ account }: { account: string }) {
  const { t, i18n } = useTranslation('customers');
  const format = useFormat();
  const work = useWork(account);
  const [days, setDays] = useState('90');
  if (work.isPending) return <Loading height={120} />;
  if (work.isError) return <Failed error={work.error} onRetry={() => void work.refetch()} height={160} />;
  const { openCases, openPromises, firstDue, periods } = work.data;
  const period = periods.find((one) => String(one.days) === days) ?? periods[0]!;
  return (
    <>
      <SegmentedControl size="xs" mb="sm" aria-label={t('accounts.period')} value={days} onChange={setDays} data={periods.map((one) => ({ value: String(one.days), label: t('accounts.days', { count: one.days }) }))} />
      <div className={classes.figures}>
        <Figure label={t('accounts.figures.open')} value={openCases} definition={t('accounts.figures.openIs')} nText={t('accounts.figures.now')} />
        <Figure label={t('accounts.figures.promises')} value={openPromises} definition={t('accounts.figures.promisesIs')} nText={t('accounts.figures.now')} />
        <Figure label={t('accounts.figures.contacts')} value={period.contacts} definition={t('accounts.figures.contactsIs', { days: period.days })} nText={t('accounts.days', { count: period.days })} />
      </div>
      {period.asked.length > 0 && (
        <>
          <Text size="sm" fw={600} mb={6}>{t('accounts.asked')}</Text>
          <ul className={classes.asked}>
            {period.asked.map(({ reason, contacts }) => (
              <li key={reason.nl}><span>{i18n.language === 'nl' ? reason.nl : reason.en}</span><span className="numbers">{t('accounts.contactCount', { count: contacts })}</span></li>
            ))}
          </ul>
        </>
      )}
      {firstDue.length > 0 && (
        <>
          <Text size="sm" fw={600} mb={6}>{t('accounts.promised')}</Text>
          <ul className={customers.list} style={{ marginBottom: 18 }}>
            {firstDue.map((one) => (
              <li key={one.promise}>
                <Link to={`/cases/${one.caseId}`} className={customers.row}>
                  <Text size="sm" truncate>{one.words}</Text>
                  <Text size="sm" c={one.late ? 'var(--late)' : 'dimmed'} style={{ flex: 'none' }}>{format.moment(one.dueAt)}{one.ownerName && ` · ${one.ownerName.split(' ')[0]}`}</Text>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
