import { useQueries, useQuery, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { http, withQuery } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useSession } from '@app/session';
import type {
  Answer, AskingFigures, AskingSettings, Colleague, Compliment, FollowUp, FollowUpCounts, Overview, PersonalScore, PersonalScoreRule, Viewing,
} from './types';

export interface ListenFilter {
  from: string; to: string; brand?: string; channel?: string; queue?: string; team?: string; country?: string;
}
export interface WordsFilter { scoreFrom?: number; scoreTo?: number; emotion?: string; q?: string }

export const useOverview = (filter: ListenFilter) => useQuery({
  queryKey: ['listen', 'overview', filter],
  queryFn: ({ signal }) => http.get<Overview>(withQuery('/api/listen', { ...filter }), signal),
  placeholderData: keepPreviousData,
});

export const useWords = (filter: ListenFilter, words: WordsFilter) =>
  usePagedList<Answer>(['listen', 'words'], '/api/listen/words', { ...filter, ...words }, { limit: 20 });

export const useAsking = ({ from, to, brand, queue }: ListenFilter) => useQuery({
  queryKey: ['listen', 'asking', from, to, brand, queue],
  queryFn: ({ signal }) => http.get<AskingFigures>(withQuery('/api/listen/asking', { from, to, brand, queue }), signal),
  placeholderData: keepPreviousData,
});

/** A new answer changes every figure of its brand, so the page asks again; the server counts in a few milliseconds. */
export function useFreshAnswers(key: string) {
  const renew = (_: unknown, queries: ReturnType<typeof useQueryClient>) => void queries.invalidateQueries({ queryKey: [key] });
  useLive('response.received', renew, [key]);
  useLive('response.changed', renew, [key]);
}

export const useOwnResults = () => usePagedList<Answer>(['results', 'own'], '/api/results', {}, { limit: 20 });

export const useOwnScore = (from: string, to: string) => useQuery({
  queryKey: ['results', 'score', from, to],
  queryFn: ({ signal }) => http.get<PersonalScore>(withQuery('/api/results/score', { from, to }), signal),
});

export const useViewings = (enabled: boolean) => usePagedList<Viewing>(['results', 'viewings'], '/api/results/viewings', {}, { limit: 30, enabled });

export const useColleagues = (enabled: boolean) => useQuery({
  queryKey: ['results', 'colleagues'],
  queryFn: ({ signal }) => http.get<Colleague[]>('/api/results/colleagues', signal),
  enabled,
});

/** Asking is a viewing that the colleague hears of: asked when somebody wants to know, and not again by itself. */
export const useScoreOf = (colleague: string | undefined, from: string, to: string) => useQuery({
  queryKey: ['score-of', colleague, from, to],
  queryFn: ({ signal }) => http.get<PersonalScore>(withQuery(`/api/results/${colleague}/score`, { from, to }), signal),
  enabled: colleague !== undefined,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
});

export interface FollowUpFilter { whose: string; state: string; brand?: string; q?: string }
export const useFollowUps = (filter: FollowUpFilter, enabled: boolean) =>
  usePagedList<FollowUp>(['follow-ups', 'list'], '/api/follow-ups', { ...filter }, { limit: 25, enabled });

export function useFollowUpCounts() {
  const { may } = useSession();
  return useQuery({
    queryKey: ['follow-ups', 'counts'],
    queryFn: ({ signal }) => http.get<FollowUpCounts>('/api/follow-ups/counts', signal),
    enabled: may('follow-ups.view'),
  });
}

export const useOwners = (id: string, enabled: boolean) => useQuery({
  queryKey: ['follow-up-owners', id],
  queryFn: ({ signal }) => http.get<{ id: string; name: string }[]>(`/api/follow-ups/${id}/owners`, signal),
  enabled,
});

export interface WallFilter { brand?: string; user?: string; team?: string; hidden?: boolean }
export const useCompliments = (filter: WallFilter, limit = 24) =>
  usePagedList<Compliment>(['compliments'], '/api/compliments', { ...filter }, { limit });

export const usePersonalScoreRule = () => useQuery({
  queryKey: ['personal-scores'],
  queryFn: ({ signal }) => http.get<{ rule?: PersonalScoreRule }>('/api/feedback/personal-scores', signal),
});

export const useAskingSettings = (brand: string) => useQuery({
  queryKey: ['asking-settings', brand],
  queryFn: ({ signal }) => http.get<AskingSettings>(`/api/feedback/settings/${brand}`, signal),
});

export interface NamedQueue { id: string; name: string; brand: string }
/** Names of queues; a reader who may not see queues gets none and the screen leaves them out. */
export function useQueues() {
  const { may } = useSession();
  return useQuery({
    queryKey: ['queue-names'],
    queryFn: async ({ signal }) => (await http.get<{ queue: NamedQueue }[]>('/api/routing/queues', signal)).map(({ queue }) => queue),
    enabled: may(['contacts.view', 'live.view', 'routing.configure']),
    staleTime: 60_000,
    retry: false,
  }).data ?? [];
}

export interface Reason { id: string; parent?: string; nameNl: string; nameEn: string }
export const useReasons = (brand: string) => useQuery({
  queryKey: ['reason-names', brand],
  queryFn: ({ signal }) => http.get<Reason[]>(`/api/organisation/brands/${brand}/reasons`, signal),
  retry: false,
}).data ?? [];

/** Whether somebody decided for a brand who is asked; until then the standard holds. */
export function useAnyRule(enabled: boolean): boolean | undefined {
  const { user } = useSession();
  const all = useQueries({
    queries: (user?.brands ?? []).map((brand) => ({
      queryKey: ['asking-settings', brand.id],
      queryFn: ({ signal }: { signal: AbortSignal }) => http.get<AskingSettings>(`/api/feedback/settings/${brand.id}`, signal),
      enabled,
    })),
  });
  if (all.some((one) => one.data && one.data.rules.length > 0)) return true;
  return all.every((one) => one.data) ? false : undefined;
}
