import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useLive } from '@app/live';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { keys, minute, subStatesOf } from '../api';

type Schemas = components['schemas'];
export type SavedView = Schemas['SavedView'];
export type Conditions = Schemas['ViewConditions'];
type Asked = Schemas['ViewAsked'];

const at = (id: string) => `/api/desk/views/${id}`;

export function useViews() {
  useLive('desk.views.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: keys.views }), keys.views);
  return useQuery({ queryKey: keys.views, queryFn: ({ signal }) => http.get<SavedView[]>('/api/desk/views', signal), staleTime: 300_000 });
}

export const useView = (id: string) => useQuery({ queryKey: [...keys.views, id], queryFn: ({ signal }) => http.get<SavedView>(at(id), signal) });

/** Of these views, as they are now. */
export const useViewCounts = (views: SavedView[]) => useQuery({
  queryKey: [...keys.viewCounts, views.map((one) => `${one.id} ${one.version}`)], placeholderData: keepPreviousData, queryFn: ({ signal }) => http.get<Record<string, number>>('/api/desk/views/counts', signal), enabled: views.length > 0, refetchInterval: minute,
});

/** What stands in it now, while one puts it together. */
export const useTried = (asked: Asked) => useQuery({
  queryKey: ['desk', 'view-tried', asked],
  queryFn: () => http.post<Schemas['TriedView']>('/api/desk/views/tried', asked),
  placeholderData: keepPreviousData,
  staleTime: 0,
  retry: false,
});

export const savedViews = {
  create: (view: Schemas['SavedViewFilledIn']) => http.post<SavedView>('/api/desk/views', view),
  change: (id: string, version: number, view: Schemas['SavedViewFilledIn']) => http.put<SavedView>(at(id), { version, view }),
  remove: (id: string, removed: boolean) => http.put<SavedView>(`${at(id)}/removed`, { removed }),
};

/** The statuses of cases of these brands, each with its brand. */
export const useSubStatesOf = (brands: string[]) => useQueries({
  queries: brands.map(subStatesOf),
  combine: (all) => all.flatMap(({ data }, at) => (data?.subStates ?? []).map((one) => ({ ...one, brand: brands[at] }))),
});
