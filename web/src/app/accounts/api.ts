import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http';
import type { components } from '../api/schema';
import { usePagedList } from '../list/usePagedList';
import { useLive } from '../live';

type Schemas = components['schemas'];
export type AccountOfCustomer = Schemas['AccountOfCustomer'];
export type Agreement = Schemas['AccountAgreement'];
export type EndCustomer = Schemas['AccountEndCustomer'];
export type Person = Schemas['PersonShown'];
export type Found = Schemas['Found'];

/** Whatever accounts have to do with is asked again when something of them changes. */
export const accountsKey = ['accounts'] as const;
const ofCustomer = (customer: string) => [...accountsKey, 'of', customer];

export function useAccountsLive() {
  useLive('customer-account.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: accountsKey }), accountsKey);
}

/** Of which account a customer is or may be, and through which he bought. */
export function useAccountOf(customer: string) {
  useAccountsLive();
  return useQuery({ queryKey: ofCustomer(customer), queryFn: ({ signal }) => http.get<AccountOfCustomer>(`/api/customers/${customer}/account`, signal) });
}

export const useEndCustomers = (account: string | undefined, text: string) =>
  usePagedList<EndCustomer>([...accountsKey, 'end-customers', account], `/api/accounts/${account}/end-customers`, { text }, { limit: 25, enabled: account !== undefined });

/** Any customer of the brand, by name, address or order number; none until something is typed. */
export const useFoundCustomers = (brand: string, text: string) =>
  usePagedList<Found>(['customers', 'pick'], '/api/customers', { brand, text }, { limit: 25, enabled: text !== '' });

/** Makes a customer a member, changes what he is there, or lets him go. */
export function useMembership(account: string) {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: accountsKey }) };
  const at = (customer: string) => `/api/accounts/${account}/members/${customer}`;
  return {
    put: useMutation({ mutationFn: ({ customer, ...role }: { customer: string; role: string; main: boolean; version: number }) => http.put(at(customer), role), ...after }),
    remove: useMutation({ mutationFn: (customer: string) => http.delete(at(customer)), ...after }),
  };
}

/** For whom the customer of a case came. */
export function useForWhom(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: Schemas['CaseForChoice']) => http.put(`/api/cases/${caseId}/for`, choice),
    onSettled: () => Promise.all([['cases'], ['desk'], accountsKey, ['customers']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
