import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import type { components } from '../api/schema';
import { useLive } from '../live';

type Schemas = components['schemas'];
export type Field = Schemas['Field'];
export type Filled = Schemas['FilledField'];
export type Kind = Field['kind'];
export type FieldsOfOrder = Schemas['FieldsOfOrder'];
export type Asked = Schemas['AskedField'];

export const kinds: Kind[] = ['CASE', 'CUSTOMER', 'ORDER'];
export const definitions = ['fields'] as const;
const filled = ['filled-fields'] as const;

/** What is filled in and shown of anything is read again. */
export const readAgain = (queries: QueryClient) => queries.invalidateQueries({ queryKey: filled });

/** What is set up for a brand, in its order; also what is archived. */
export function useFields(brand: string | undefined, kind: Kind) {
  useLive('organisation.fields.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: definitions }), definitions);
  return useQuery({
    queryKey: [...definitions, brand, kind], enabled: brand !== undefined,
    queryFn: ({ signal }) => http.get<Field[]>(withQuery('/api/fields', { brand, kind }), signal),
  });
}

/** What somebody else fills in appears by itself. */
function useNews() {
  useLive('organisation.fields.changed', (_news, queries) => void readAgain(queries), filled);
  useLive('desk.case.changed', (_news, queries) => void readAgain(queries), filled);
  useLive('desk.contact.registered', (_news, queries) => void readAgain(queries), filled);
  useLive('customer.changed', (_news, queries) => void readAgain(queries), filled);
  useLive('customer.fields.changed', (_news, queries) => void readAgain(queries), filled);
}

export function useCaseFields(id: string) {
  useNews();
  return useQuery({ queryKey: [...filled, 'case', id], queryFn: ({ signal }) => http.get<Schemas['FilledFields']>(`/api/cases/${id}/fields`, signal) });
}

/** Of a customer and of his orders. */
export function useCustomerFields(id: string, enabled = true) {
  useNews();
  return useQuery({ queryKey: [...filled, 'customer', id], enabled, queryFn: ({ signal }) => http.get<Schemas['FieldsOfCustomer']>(`/api/customers/${id}/fields`, signal) });
}

/** What must be known to end a contact with this result. */
export function useAskedFields(contact: string, result: string | undefined, reason: string | undefined) {
  useNews();
  return useQuery({
    queryKey: [...filled, 'asked', contact, result, reason],
    queryFn: ({ signal }) => http.get<Asked[]>(withQuery(`/api/contacts/${contact}/asked-fields`, { result }), signal),
    placeholderData: (before) => before,
  });
}

export interface Change { value: string[]; before: string[] }

const paths: Record<Kind, string> = { CASE: 'cases', CUSTOMER: 'customers', ORDER: 'orders' };

/** Keeps one field of one owner; what is shown of it is read again whatever came of it. */
export function useFill(kind: Kind, owner: string, field: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => http.put(`/api/${paths[kind]}/${owner}/fields/${field}`, change),
    onSettled: () => readAgain(queries),
  });
}
