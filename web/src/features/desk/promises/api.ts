import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useSession } from '@app/session';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api';

type Schemas = components['schemas'];
export type GivenPromise = Schemas['GivenPromise'];
export type NewPromise = Schemas['NewPromise'];
export type Act = GivenPromise['act'];
/** What we have a sentence for; anything else is said in one's own words. */
export type SaidAct = Exclude<Act, 'OTHER'>;
/** A promise that one gives with one choice. */
export type Usual = Omit<Schemas['UsualPromise'], 'act'> & { act: SaidAct };
export type Outcome = Schemas['PromiseSettling']['outcome'];
type Counts = Schemas['PromiseCounts'];
export type KeptInTime = Schemas['KeptInTime'];

const all = ['promises'] as const;

export interface PromiseFilter { whose: 'MINE' | 'TEAM' | 'ALL'; shown: 'OPEN' | 'LATE' | 'DONE'; brand?: string; search?: string }

export const usePromises = (filter: PromiseFilter, enabled: boolean) =>
  usePagedList<GivenPromise>([...all, 'list'], '/api/promises', { ...filter }, { limit: 25, enabled });

export const usePromiseCounts = () => {
  const { may } = useSession();
  return useQuery({
    queryKey: [...all, 'counts'],
    queryFn: ({ signal }) => http.get<Counts>('/api/promises/counts', signal),
    enabled: may('contacts.view'),
  });
};

export const useKeptInTime = (days: number, brand?: string) => useQuery({
  queryKey: [...all, 'kept', days, brand],
  queryFn: ({ signal }) => http.get<KeptInTime>(withQuery('/api/promises/kept-in-time', { days, brand }), signal),
});

/** What is promised most from now on, by the calendar of the customer's brand; read anew each time one opens it, as now goes on. */
export const useUsualPromises = (conversation: string, enabled: boolean) => useQuery({
  queryKey: ['promises-usual', conversation],
  queryFn: ({ signal }) => http.get<Usual[]>(withQuery('/api/promises/usual', { conversation }), signal),
  enabled,
  staleTime: 0,
  gcTime: 0,
});

/** Who may be given it, read when somebody chooses. */
export const usePromiseReceivers = (id: string, enabled: boolean) => useQuery({
  queryKey: ['promise-receivers', id],
  queryFn: ({ signal }) => http.get<Schemas['PromiseReceiver'][]>(`/api/promises/${id}/receivers`, signal),
  enabled,
  staleTime: 0,
});

/** Gives promises and changes them; lists and the open conversation are asked again afterwards, whatever came of it. */
export function usePromising(conversation: string) {
  const queries = useQueryClient();
  const after = {
    onSettled: () => Promise.all([
      queries.invalidateQueries({ queryKey: all }),
      queries.invalidateQueries({ queryKey: keys.conversation(conversation) }),
    ]),
  };
  const at = (id: string) => `/api/promises/${id}`;
  return {
    give: useMutation({ mutationFn: (promise: Omit<NewPromise, 'conversation'>) => http.post<{ id: string }>('/api/promises', { conversation, ...promise }), ...after }),
    settle: useMutation({ mutationFn: ({ id, outcome, why }: { id: string; outcome: Outcome; why?: string }) => http.post(`${at(id)}/outcome`, { outcome, why }), ...after }),
    reopen: useMutation({ mutationFn: (id: string) => http.post(`${at(id)}/reopen`), ...after }),
    move: useMutation({ mutationFn: ({ id, ...moment }: { id: string; from?: string; due?: string; agreed: boolean; words?: string }) => http.put(`${at(id)}/moment`, moment), ...after }),
    handOver: useMutation({ mutationFn: ({ id, owner }: { id: string; owner: string }) => http.put(`${at(id)}/owner`, { owner }), ...after }),
  };
}
