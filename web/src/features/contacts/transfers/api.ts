import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type Figures = Schemas['TransferFigures'];
export type Counted = Schemas['TransferCounted'];
export type Moves = Schemas['TransferMoves'];
export type Group = Schemas['TransferGroup'];
export type Row = Schemas['TransferredContact'];
export type Move = Schemas['TransferMove'];
export type Reason = Schemas['TransferReason'];
export type By = 'WEEK' | 'BRAND' | 'CHANNEL' | 'QUEUE';

export const whiches = ['ALL', 'TRANSFERRED', 'TWICE', 'REPEATED', 'MORE_IN_CASE', 'WITHOUT_REASON'] as const;
export type Which = (typeof whiches)[number];

export interface Filter { from: string; to: string; brand?: string; channel?: string; queue?: string; days: number }
export interface Behind { which: Which; fromQueue?: string; toQueue?: string; toPerson?: boolean; why?: string }

const path = '/api/transfers';
const key = ['transfers'] as const;

export const useFigures = (filter: Filter) => useQuery({ queryKey: [...key, 'figures', filter], queryFn: ({ signal }) => http.get<Figures>(withQuery(`${path}/figures`, { ...filter }), signal) });
export const useMoves = (filter: Filter) => useQuery({ queryKey: [...key, 'moves', filter], queryFn: ({ signal }) => http.get<Moves>(withQuery(`${path}/moves`, { ...filter, days: undefined }), signal) });
export const useGroups = (filter: Filter, by: By) => useQuery({ queryKey: [...key, 'groups', by, filter], queryFn: ({ signal }) => http.get<Group[]>(withQuery(`${path}/groups`, { ...filter, by }), signal) });
export const useContacts = (filter: Filter, behind: Behind) => usePagedList<Row>([...key, 'contacts'], path, { ...filter, ...behind }, { limit: 25 });
export const fileOf = (filter: Filter, which: Which) => withQuery(`${path}/contacts.csv`, { ...filter, which });

const reasons = '/api/transfer-reasons';
const reasonsKey = ['transfer-reasons'] as const;

export const useReasons = () => useQuery({ queryKey: reasonsKey, queryFn: ({ signal }) => http.get<Reason[]>(reasons, signal), refetchOnWindowFocus: true });

export const transferReasons = {
  key: reasonsKey,
  store: (id: string | undefined, draft: Omit<Reason, 'id'>) => (id ? http.put(`${reasons}/${id}`, draft) : http.post(reasons, draft)),
};
