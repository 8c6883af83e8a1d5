import { FieldsOfOrder } from '@app/fields/FieldsOf';
import { useFormat } from '@app/format';
import { Empty } from '@app/states';
import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from './api';
import classes from './Customers.module.css';
import { OrderSteps } from './OrderSteps';

export function Orders({ orders, customer }: { orders: Order[]; customer: string }) {
  const { t } = useTranslation('customers');
  if (orders.length === 0) return <Empty icon={IconPackage} height={160} title={t('orders.none')}>{t('orders.noneHelp')}</Empty>;
  return <Stack>{orders.map((order) => <OrderCard key={order.id} order={order} customer={customer} />)}</Stack>;
}

function OrderCard({ order, customer }: { order: Order; customer: string }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const parcel = [order.carrier, order.trackingCode].filter(Boolean).join(' ');
  return (
    <section className={classes.card} aria-label={t('orders.one', { number: order.number })}>
      <Group justify="space-between" align="baseline">
        <Title order={3} size="h4">{order.number}</Title>
        <Text className="numbers" fw={550}>{format.money(order.totalMinor, order.currency)}</Text>
      </Group>
      <Text size="sm" c="dimmed">{t('orders.ordered', { date: format.date(order.orderedAt) })} · {t(`payment.${order.paymentStatus}`)}</Text>
      <OrderSteps status={order.status} />
      {(parcel || order.expectedOn || order.deliveredAt) && (
        <Text size="sm" mt="sm">
          {[parcel,
            order.deliveredAt ? t('orders.delivered', { date: format.date(order.deliveredAt) })
              : order.expectedOn ? t('orders.expected', { date: format.date(order.expectedOn) }) : undefined,
          ].filter(Boolean).join(' · ')}
        </Text>
      )}
      {order.lines.length > 0 && (
        <Table mt="sm" fz="sm" withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
          <Table.Tbody>
            {order.lines.map((one, index) => (
              <Table.Tr key={index}>
                <Table.Td className="numbers" w={44}>{one.quantity} ×</Table.Td>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td className="numbers" ta="right">{format.money(one.priceMinor, order.currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <FieldsOfOrder customer={customer} order={order.id} frame={(content) => <div style={{ marginTop: 12, maxWidth: 420 }}>{content}</div>} />
    </section>
  );
}
