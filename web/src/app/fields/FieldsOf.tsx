import type { ReactNode } from 'react';
import { Failed } from '../states';
import { useCaseFields, useCustomerFields, type Filled } from './api';
import { FieldList } from './FieldList';

/** Wraps what there is in the heading of the place where it stands; nothing is shown where there is nothing. */
type Frame = (content: ReactNode) => ReactNode;

export function FieldsOfCase({ id, frame }: { id: string; frame: Frame }) {
  const read = useCaseFields(id);
  if (read.isError) return frame(<Failed error={read.error} height={120} onRetry={() => void read.refetch()} />);
  return read.data && listed(read.data.fields) && frame(<FieldList key={id} kind="CASE" owner={id} {...read.data} />);
}

export function FieldsOfCustomer({ id, frame }: { id: string; frame: Frame }) {
  const read = useCustomerFields(id);
  if (read.isError) return frame(<Failed error={read.error} height={120} onRetry={() => void read.refetch()} />);
  return read.data && listed(read.data.fields) && frame(<FieldList key={id} kind="CUSTOMER" owner={id} fields={read.data.fields} mayChange={read.data.mayChange} />);
}

export function FieldsOfOrder({ customer, order, frame }: { customer: string; order: string; frame: Frame }) {
  const read = useCustomerFields(customer);
  const fields = read.data?.orders.find((one) => one.order === order)?.fields ?? [];
  return listed(fields) && frame(<FieldList kind="ORDER" owner={order} fields={fields} mayChange={read.data!.mayChange} />);
}

const listed = (fields: Filled[]) => fields.length > 0;
