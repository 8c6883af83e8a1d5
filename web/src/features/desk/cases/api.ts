import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api';

type Schemas = components['schemas'];
export type CaseHit = Schemas['CaseHit'];
export type CasePage = Schemas['CasePage'];
export type CaseContact = Schemas['CaseContact'];
export type CaseChange = Schemas['CaseChange'];

export const caseKeys = {
  all: ['cases'] as const,
  lists: ['cases', 'list'] as const,
  page: (id: string) => ['cases', 'page', id] as const,
};

export interface CaseFilter { search?: string; brand?: string; customer?: string; open?: boolean; stage?: string; subState?: string; field?: string; value?: string }

export const useCases = (filter: CaseFilter, enabled = true) =>
  usePagedList<CaseHit>([...caseKeys.lists], '/api/cases', { ...filter, open: filter.open || undefined }, { limit: 25, enabled });

/** What is shown stays while more of it is read. */
export const useCase = (id: string, contacts: number) => useQuery({
  queryKey: [...caseKeys.page(id), contacts],
  queryFn: ({ signal }) => http.get<CasePage>(withQuery(`/api/cases/${id}`, { contacts }), signal),
  placeholderData: (before) => before?.view.id === id ? before : undefined,
});

/** Joins, parts and puts back; pages of cases and open conversations are asked again afterwards, whatever came of it. */
export function useCaseChanges(id: string) {
  const queries = useQueryClient();
  const after = {
    onSettled: () => Promise.all([
      queries.invalidateQueries({ queryKey: caseKeys.all }),
      queries.invalidateQueries({ queryKey: keys.conversations }),
    ]),
  };
  const at = `/api/cases/${id}`;
  return {
    merge: useMutation({ mutationFn: (joining: Schemas['CaseJoining']) => http.post<{ change: string }>(`${at}/merge`, joining), ...after }),
    takeOut: useMutation({ mutationFn: (parting: Schemas['CaseParting']) => http.post<{ change: string }>(`${at}/take-out`, parting), ...after }),
    standing: useMutation({ mutationFn: (choice: Schemas['SubStateChoice']) => http.put(`${at}/sub-state`, choice), ...after }),
    undo: useMutation({ mutationFn: (change: string) => http.post(`/api/cases/changes/${change}/undo`), ...after }),
    rename: useMutation({ mutationFn: (subject: string) => http.put(`${at}/subject`, { subject }), ...after }),
  };
}
