import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderStatus } from './api';
import classes from './Customers.module.css';

const line: OrderStatus[] = ['placed', 'paid', 'packed', 'shipped', 'delivered'];

/** Where in the process an order is. */
export function OrderSteps({ status }: { status: OrderStatus }) {
  const { t } = useTranslation('customers');
  const at = line.indexOf(status);
  if (at < 0) return <Badge mt="sm" variant="light" color={status === 'cancelled' ? 'gray' : 'orange'}>{t(`status.${status}`)}</Badge>;
  return (
    <ol className={classes.steps} aria-label={t('process')}>
      {line.map((step, index) => (
        <li key={step} data-done={index <= at} aria-current={index === at ? 'step' : undefined}>{t(`status.${step}`)}</li>
      ))}
    </ol>
  );
}
