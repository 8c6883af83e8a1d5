import { http } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

export const kinds = ['CONTENT', 'ATTACHMENTS', 'RAW', 'ANSWER_WORDS', 'CUSTOMERS'] as const;
export type Kind = (typeof kinds)[number];

export interface Rule { id: string; brand: string; channel?: string; kind: Kind; months: number; version: number }
export interface Rules { rules: Rule[]; pausedBy?: string; pausedAt?: string }
export interface Draft { brand: string; channel?: string | null; kind: Kind; months: number; confirmed: boolean }
export interface Preview { total: number; months: { month: string; number: number }[]; first: { id: string; number: string; closedAt: string }[] }
export interface Run { id: string; day: string; brand: string; channel?: string; kind: Kind; months: number; taken: number; lastAt: string }

/** Below this a rule is confirmed, as the server demands. */
export const GUARD_MONTHS = 6;

const key = ['organisation', 'retention'] as const;

export const useRules = () => useQuery({ queryKey: [...key, 'rules'], queryFn: ({ signal }) => http.get<Rules>('/api/retention', signal), refetchOnWindowFocus: true });

export const usePreview = (draft: Draft | undefined) => useQuery({
  queryKey: [...key, 'preview', draft],
  queryFn: () => http.post<Preview>('/api/retention/preview', draft),
  enabled: draft !== undefined,
  gcTime: 0,
});

export const useRuns = () => usePagedList<Run>([...key, 'runs'], '/api/retention/runs');

export const retention = {
  key,
  add: (draft: Draft) => http.post('/api/retention/rules', draft),
  change: (rule: Rule, months: number, confirmed: boolean) => http.put(`/api/retention/rules/${rule.id}`, { months, confirmed, version: rule.version }),
  remove: (id: string) => http.delete(`/api/retention/rules/${id}`),
  pause: (paused: boolean) => http.put('/api/retention/pause', { paused }),
};
