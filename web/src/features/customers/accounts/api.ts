import { accountsKey, useAccountsLive } from '@app/accounts/api';
import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type AccountLine = Schemas['CustomerAccountLine'];
export type Account = Schemas['CustomerAccount'];
export type AccountPage = Schemas['CustomerAccountPage'];
export type Member = Schemas['AccountMember'];
export type EndCustomer = Schemas['AccountEndCustomer'];
export type Work = Schemas['AccountWork'];
export type Kind = Account['kind'];

export function useAccounts(filter: { text?: string; brand?: string; kind?: string; archived?: boolean }) {
  useAccountsLive();
  return usePagedList<AccountLine>([...accountsKey, 'list'], '/api/accounts', { ...filter, archived: filter.archived || undefined });
}

export function useAccount(id: string) {
  useAccountsLive();
  return useQuery({ queryKey: [...accountsKey, 'page', id], queryFn: ({ signal }) => http.get<AccountPage>(`/api/accounts/${id}`, signal) });
}

export const useMembers = (id: string) => usePagedList<Member>([...accountsKey, 'members', id], `/api/accounts/${id}/members`, {}, { limit: 25 });

export const useWork = (id: string) => useQuery({ queryKey: [...accountsKey, 'work', id], queryFn: ({ signal }) => http.get<Work>(`/api/accounts/${id}/work`, signal) });

export const useManagers = (brand: string) => useQuery({
  queryKey: [...accountsKey, 'managers', brand], queryFn: ({ signal }) => http.get<Schemas['AccountManager'][]>(withQuery('/api/accounts/managers', { brand }), signal),
});

export const useAccountCases = (account: string, filter: { search?: string; open?: boolean; solved?: boolean }) =>
  usePagedList<Schemas['CaseHit']>(['cases', 'list', 'account'], '/api/cases', { account, ...filter }, { limit: 25 });

/** Links customers who bought through it, and lets them go. */
export function useBuyers(account: string) {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: accountsKey }) };
  const at = `/api/accounts/${account}/end-customers`;
  return {
    link: useMutation({ mutationFn: (customer: string) => http.put(`${at}/${customer}`, {}), ...after }),
    unlink: useMutation({ mutationFn: (customer: string) => http.delete(`${at}/${customer}`), ...after }),
    introduce: useMutation({ mutationFn: (person: Schemas['NewEndCustomer']) => http.post(at, person), ...after }),
  };
}
