import { FieldsOfOrder } from '@app/fields/FieldsOf';
import { useFormat } from '@app/format';
import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../types';
import classes from './Beside.module.css';
import { Section } from './BesidePane';

const process = ['placed', 'paid', 'packed', 'shipped', 'delivered'];

/** The customer's orders, each with where it is in the process. */
export function Orders({ orders, customer }: { orders: Order[]; customer: string }) {
  const { t } = useTranslation('desk');
  if (orders.length === 0) return null;
  return (
    <Section title={t('orders')}>
      {orders.slice(0, 5).map((order, index) => <OrderCard key={order.id} order={order} customer={customer} first={index === 0} />)}
      {orders.length > 5 && <Text size="sm" c="dimmed">{t('moreOrders', { count: orders.length - 5 })}</Text>}
    </Section>
  );
}

function OrderCard({ order, customer, first }: { order: Order; customer: string; first: boolean }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [shown, show] = useDisclosure(first);
  const step = process.indexOf(order.status);
  return (
    <div className={classes.order}>
      <UnstyledButton className={classes.orderHead} onClick={show.toggle} aria-expanded={shown}>
        <span><strong>{order.number}</strong> <span className={classes.soft}>{format.shortDate(order.orderedAt)}</span></span>
        <span className="numbers">{format.money(order.totalMinor, order.currency)}</span>
        <IconChevronDown size={15} aria-hidden="true" className={classes.chevron} data-open={shown || undefined} />
      </UnstyledButton>
      {step >= 0
        ? (
          <div className={classes.process} role="img" aria-label={t('inProcess', { step: t(`order.${order.status}`) })}>
            {process.map((one, index) => <span key={one} data-done={index <= step || undefined} />)}
          </div>
        )
        : null}
      <div className={classes.orderState}>
        <strong data-status={order.status}>{t(`order.${order.status}`)}</strong>
        {order.deliveredAt && <span>{format.shortDate(order.deliveredAt)}</span>}
        {order.expectedOn && step >= 0 && step < process.length - 1 && <span>{t('expected', { date: format.shortDate(`${order.expectedOn}T12:00:00`) })}</span>}
        <span className={classes.soft}>{t(`payment.${order.paymentStatus}`)}</span>
      </div>
      <Collapse expanded={shown}>
        <ul className={classes.orderLines}>
          {order.lines.map((line) => (
            <li key={line.sku}><span className="numbers">{line.quantity} ×</span><span>{line.name}</span></li>
          ))}
        </ul>
        {order.trackingCode && <Text size="xs" c="dimmed">{t('tracking', { carrier: order.carrier ?? '', code: order.trackingCode })}</Text>}
        {shown && <FieldsOfOrder customer={customer} order={order.id} frame={(content) => <div style={{ marginTop: 8 }}>{content}</div>} />}
      </Collapse>
    </div>
  );
}
