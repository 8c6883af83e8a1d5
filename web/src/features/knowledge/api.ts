import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type GuidelineRow = Schemas['GuidelineRow'];
export type Guideline = Schemas['Guideline'];
export type Content = Schemas['GuidelineContent'];
export type Step = Schemas['GuidelineStep'];
export type Figures = Schemas['GuidelineFigures'];
export type Version = Schemas['GuidelineVersion'];
export type Deviation = Schemas['GuidelineDeviation'];
export type Phases = Schemas['TalkPhases'];
export type Phase = Schemas['TalkPhase'];
interface Reason { id: string; parent?: string; nameNl: string; nameEn: string; archived: boolean }

export const key = ['guidelines'] as const;
const at = (id: string) => `/api/guidelines/${id}`;
/** One guideline as the server has it; a form that stands open is never replaced by it unasked. */
export const oneKey = (id: string) => [...key, 'one', id] as const;

export interface GuidelineFilter { shown: 'ALL' | 'PUBLISHED' | 'DRAFT' | 'ARCHIVED'; mine?: boolean; brand?: string; search?: string }
export interface DeviationFilter { shown: 'WAITING' | 'HANDLED' | 'ALL'; mine?: boolean; brand?: string; guideline?: string; step?: string; from?: string; search?: string }

export const useGuidelines = (filter: GuidelineFilter, limit = 25) => usePagedList<GuidelineRow>([...key, 'list'], '/api/guidelines', { ...filter }, { limit });

export const useGuideline = (id: string | undefined) => useQuery({
  queryKey: oneKey(id ?? ''), enabled: id !== undefined,
  queryFn: ({ signal }) => http.get<Guideline>(at(id!), signal),
});

export const useVersions = (id: string, enabled: boolean) => usePagedList<Version>([...key, 'versions', id], `${at(id)}/versions`, {}, { limit: 10, enabled });

export const guidelines = {
  create: (brand: string, content: Content) => http.post<{ id: string }>(withQuery('/api/guidelines', { brand }), content),
  draft: (id: string, version: number, words: Content) => http.put<Guideline>(`${at(id)}/draft`, { version, words }),
  discard: (id: string, version: number) => http.post<Guideline>(`${at(id)}/discarding`, { version }),
  publish: (id: string, version: number, note: string) => http.post<Guideline>(`${at(id)}/publication`, { version, note }),
  archive: (id: string, archived: boolean) => http.put<Guideline>(`${at(id)}/archived`, { archived }),
  takeOver: (id: string) => http.post<Guideline>(`${at(id)}/owner`),
  learn: (deviation: string, learned: string, number: number | undefined) => http.put<Deviation>(`/api/guideline-deviations/${deviation}/learned`, { learned, number }),
};

export const useDeviations = (filter: DeviationFilter) => usePagedList<Deviation>([...key, 'deviations'], '/api/guideline-deviations', { ...filter }, { limit: 25 });

export const useWaitingDeviations = () => useQuery({
  queryKey: [...key, 'deviations', 'counts'],
  queryFn: ({ signal }) => http.get<{ waiting: number }>('/api/guideline-deviations/counts', signal),
});

/** Somebody wrote, published, or noted something, perhaps on another screen. */
export function useFollowGuidelines() {
  useLive('guideline.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: key }), key);
  useLive('guideline.learned', (_news, queries) => void queries.invalidateQueries({ queryKey: [...key, 'deviations'] }), key);
  useLive('guideline.marked', (_news, queries) => void queries.invalidateQueries({ queryKey: [...key, 'deviations'] }), key);
}

/** The reasons of a brand with their whole path, for choosing. */
export const useReasonPaths = (brand: string, language: string) => useQuery({
  queryKey: ['organisation', 'reasons', brand],
  queryFn: ({ signal }) => http.get<Reason[]>(`/api/organisation/brands/${brand}/reasons`, signal),
  select: (reasons) => {
    const byId = new Map(reasons.map((one) => [one.id, one]));
    const path = (one: Reason): string[] => {
      const parent = one.parent === undefined ? undefined : byId.get(one.parent);
      return [...(parent ? path(parent) : []), language === 'nl' ? one.nameNl : one.nameEn];
    };
    return reasons.map((one) => ({ id: one.id, archived: one.archived, name: path(one).join(' › ') })).sort((a, b) => a.name.localeCompare(b.name));
  },
});

const phasesKey = (brand: string) => ['talk-phases', brand] as const;

export const usePhases = (brand: string | undefined) => useQuery({
  queryKey: phasesKey(brand ?? ''), enabled: brand !== undefined,
  queryFn: ({ signal }) => http.get<Phases>(withQuery('/api/talk-phases', { brand }), signal),
});

export const storePhases = (brand: string, phases: Phases) => http.put<Phases>(withQuery('/api/talk-phases', { brand }), phases);

export function useFollowPhases(brand: string | undefined) {
  useLive('talk.phases-changed', (_news, queries) => void queries.invalidateQueries({ queryKey: phasesKey(brand ?? '') }), ['talk-phases']);
}
