import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { gestureKey, type Gesture, type GestureChoice, type TeamMonth } from '@app/gestures/api';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useSession } from '@app/session';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type Shown = 'ALL' | 'ASKED' | 'GIVEN' | 'TO_TALK' | 'ENDED';
export type Terms = Schemas['GestureTerms'];
export type Role = Terms['mandates'][number]['role'];

export interface GestureFilter { mine?: boolean; shown: Shown; brand?: string; team?: string; from?: string; aboveMandate?: boolean; search?: string }

export const useGestureList = (filter: GestureFilter) => usePagedList<Gesture>([...gestureKey, 'list'], '/api/gestures', { ...filter }, { limit: 25 });

export const useGestureTotals = (filter: GestureFilter) => useQuery({
  queryKey: [...gestureKey, 'totals', filter],
  queryFn: ({ signal }) => http.get<Schemas['GestureTotals']>(withQuery('/api/gestures/totals', { ...filter }), signal),
});

export function useGestureCounts() {
  const { may } = useSession();
  return useQuery({
    queryKey: [...gestureKey, 'counts'],
    queryFn: ({ signal }) => http.get<Schemas['GestureCounts']>('/api/gestures/counts', signal),
    enabled: may(['gestures.view', 'gestures.approve']),
  });
}

export const useTeamMonths = (brand: string | undefined) => useQuery({
  queryKey: [...gestureKey, 'month', brand],
  queryFn: ({ signal }) => http.get<TeamMonth[]>(withQuery('/api/gestures/month', { brand }), signal),
});

/** What the customer said before and after; asked when somebody looks. */
export const useEffectOf = (gesture: string) => useQuery({
  queryKey: [...gestureKey, 'effect', gesture],
  queryFn: ({ signal }) => http.get<Schemas['GestureEffect']>(`/api/gesture-effects/${gesture}`, signal),
});

export const useGestureTeams = (enabled = true) => useQuery({
  queryKey: [...gestureKey, 'teams'],
  queryFn: ({ signal }) => http.get<Schemas['GestureTeam'][]>('/api/gesture-settings/teams', signal),
  staleTime: 60_000,
  enabled,
});

const settings = [...gestureKey, 'settings'] as const;

export const useCatalogue = (brand: string, archived: boolean, search: string) =>
  usePagedList<GestureChoice>([...settings, 'choices'], '/api/gesture-settings/choices', { brand, archived: archived || undefined, search: search || undefined });

export const useTerms = (brand: string) => useQuery({
  queryKey: [...settings, 'terms', brand],
  queryFn: ({ signal }) => http.get<Terms>(withQuery('/api/gesture-settings/terms', { brand }), signal),
});

/** Somebody changed the catalogue, a mandate or a budget, perhaps on another screen. */
export function useFollowSettings() {
  useLive('gesture.settings-changed', (_news, queries) => void queries.invalidateQueries({ queryKey: gestureKey }), settings);
}

export const storeChoice = (brand: string, id: string | undefined, draft: Omit<GestureChoice, 'id' | 'currency'>) =>
  (id ? http.put(`/api/gesture-settings/choices/${id}`, draft) : http.post(withQuery('/api/gesture-settings/choices', { brand }), draft));

export const storeTerms = (brand: string, terms: Terms) => http.put(withQuery('/api/gesture-settings/terms', { brand }), terms);
