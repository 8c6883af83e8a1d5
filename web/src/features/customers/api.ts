import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useQuery } from '@tanstack/react-query';

export interface Customer {
  id: string;
  brand: string;
  kind: 'person' | 'organisation';
  name?: string;
  language?: string;
  country?: string;
  surveysDeclined: boolean;
  createdAt: string;
  group?: string;
}

/** One in the list; the address by which he is known, when there is one. */
export interface FoundCustomer {
  id: string;
  brand: string;
  name?: string;
  address?: string;
  country?: string;
  surveysDeclined: boolean;
  createdAt: string;
}

export interface Identity { id: string; kind: 'EMAIL' | 'PHONE' | 'BROWSER' | 'EXTERNAL'; value: string; proven: boolean; proposed: boolean }

export interface OrderLine { sku: string; name: string; quantity: number; priceMinor: number }

export type OrderStatus = 'placed' | 'paid' | 'packed' | 'shipped' | 'delivered' | 'returned' | 'cancelled';

export interface Order {
  id: string;
  number: string;
  orderedAt: string;
  status: OrderStatus;
  paymentStatus: string;
  totalMinor: number;
  currency: string;
  carrier?: string;
  trackingCode?: string;
  expectedOn?: string;
  shippedAt?: string;
  deliveredAt?: string;
  lines: OrderLine[];
}

export interface CustomerPage { customer: Customer; identities: Identity[]; orders: Order[] }

type ContactSpans = components['schemas']['ContactSpans'];

export interface PastContact {
  id: string;
  conversation: string;
  caseNumber: number;
  channel: string;
  subject: string;
  state: string;
  /** Who came for whom, where it was for somebody else. */
  spans?: ContactSpans;
  openedAt: string;
  endedAt?: string;
}

export interface Import {
  id: string;
  brand: string;
  fileName: string;
  userName: string;
  startedAt: string;
  finishedAt?: string;
  stored: number;
  refused: number;
}

export interface RefusedRow { line: number; column: string; message: string }

export interface CustomerChange { name?: string; language?: string; country?: string; surveysDeclined?: boolean }

export const customerKey = (id: string) => ['customers', 'one', id] as const;

export const useCustomers = (text: string, brand?: string, enabled = true) => usePagedList<FoundCustomer>(['customers', 'list'], '/api/customers', { text, brand }, { enabled });

export function useCustomer(id: string) {
  useLive<{ customer: string }>('customer.changed', ({ customer }, queries) => void queries.invalidateQueries({ queryKey: customerKey(customer) }), customerKey(id));
  return useQuery({
    queryKey: customerKey(id),
    queryFn: ({ signal }) => http.get<CustomerPage>(`/api/customers/${id}`, signal),
  });
}

export const useHistory = (id: string, enabled: boolean) =>
  usePagedList<PastContact>(['customers', 'history', id], '/api/contacts/history', { customer: id }, { enabled });

export const useImports = (enabled = true) => usePagedList<Import>(['customers', 'imports'], '/api/orders/imports', {}, { limit: 20, enabled });
export function useAnyImport(enabled: boolean): boolean | undefined {
  const imports = useImports(enabled);
  return imports.data && imports.items.length > 0;
}

export const useRefused = (id: string | undefined) => useQuery({
  queryKey: ['customers', 'refused', id],
  queryFn: ({ signal }) => http.get<RefusedRow[]>(`/api/orders/imports/${id}/refused`, signal),
  enabled: id !== undefined,
});

export const changeCustomer = (id: string, change: CustomerChange) => http.patch<Customer>(`/api/customers/${id}`, change);

export const addIdentity = (id: string, identity: { kind: 'EMAIL' | 'PHONE'; value: string; take: boolean }) =>
  http.post<Identity>(`/api/customers/${id}/identities`, identity);
export const removeIdentity = (id: string, identity: string) => http.delete(`/api/customers/${id}/identities/${identity}`);

export function importOrders(brand: string, file: File) {
  const form = new FormData();
  form.append('file', file);
  return http.post<Import>(withQuery('/api/orders/import', { brand }), form);
}
