import { useSession, useUser } from '@app/session';
import { IconArrowRight, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAlsoFound } from '../api';
import classes from './List.module.css';

/** Customers by name, address or order number, above the conversations; nothing when there are none. */
export function AlsoFound({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const { brands } = useUser();
  const found = useAlsoFound(text, may('customers.view')).data;
  if (!found?.items.length) return null;
  return (
    <section className={classes.also} aria-label={t('search.customers')}>
      <ul>
        {found.items.map((customer) => (
          <li key={customer.id}>
            <Link to={`/customers/${customer.id}`}>
              <IconUser size={15} stroke={1.7} aria-hidden="true" />
              <span className={classes.ellipsis}>{customer.name ?? customer.address ?? t('unknownCustomer')}</span>
              <small className={classes.ellipsis}>{[customer.name && customer.address, brands.length > 1 && brands.find((one) => one.id === customer.brand)?.name].filter(Boolean).join(' · ')}</small>
            </Link>
          </li>
        ))}
      </ul>
      {found.next && <Link className={classes.allCustomers} to={`/customers?text=${encodeURIComponent(text)}`}>{t('search.allCustomers')} <IconArrowRight size={14} aria-hidden="true" /></Link>}
    </section>
  );
}
