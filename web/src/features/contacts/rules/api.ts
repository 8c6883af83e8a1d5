import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type Rule = Schemas['PromiseRule'];
export type RuleDraft = Schemas['PromiseRuleBody'];
export type Kept = Schemas['KeptByRule'];
export type Broken = Schemas['BrokenPromise'];

export const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
/** Over how many days the share kept is counted. */
export const days = 30;

const path = '/api/promise-rules';
const key = ['promise-rules'] as const;

export const useRules = () => useQuery({ queryKey: [...key, 'list'], queryFn: ({ signal }) => http.get<Rule[]>(path, signal), refetchOnWindowFocus: true });
export const useKept = () => useQuery({ queryKey: [...key, 'kept', days], queryFn: ({ signal }) => http.get<Kept[]>(`${path}/kept?days=${days}`, signal) });
export const useBroken = (rule: string) => usePagedList<Broken>([...key, 'broken', rule], `${path}/${rule}/broken`, { days });

export const rules = {
  key,
  store: (id: string | undefined, draft: RuleDraft) => (id ? http.put(`${path}/${id}`, draft) : http.post(path, draft)),
  remove: (id: string) => http.delete(`${path}/${id}`),
};
