import { toastProblem } from '@app/announce';
import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useLive } from '@app/live';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contact } from '../types';

type Schemas = components['schemas'];
export type Fitting = Schemas['FittingGuideline'];
export type Opened = Schemas['OpenedGuideline'];
export type Mark = Schemas['GuidelineMark'];
export type Marking = Schemas['GuidelineMarking'];
export type Step = Schemas['GuidelineStep'];
export type Talk = Schemas['Talk'];

const guidance = ['guidance'] as const;
/** Everything that guides the talk of one contact. */
export const guidanceOf = (contact: string) => [...guidance, contact] as const;
const path = (contact: string) => `/api/desk/contacts/${contact}`;

/** What fits the contact as it is registered now. */
export const useFitting = (contact: Contact) => useQuery({
  queryKey: [...guidanceOf(contact.id), 'fitting', contact.reason, contact.caseState, contact.state],
  queryFn: ({ signal }) => http.get<Fitting[]>(`${path(contact.id)}/guidelines`, signal),
  placeholderData: (before) => before,
});

/** Any guideline of the brand, by its words. */
export const useFound = (contact: string, search: string) => useQuery({
  queryKey: [...guidanceOf(contact), 'found', search],
  queryFn: ({ signal }) => http.get<Fitting[]>(withQuery(`${path(contact)}/guidelines`, { search }), signal),
  enabled: search !== '',
  placeholderData: (before) => before,
});

/** One guideline beside this contact; that it was opened is noted for whoever works on it. */
export const useOpened = (contact: string, guideline: string, handles: boolean) => useQuery({
  queryKey: [...guidanceOf(contact), 'opened', guideline],
  queryFn: ({ signal }) => (handles
    ? http.post<Opened>(`${path(contact)}/guidelines/${guideline}/opening`)
    : http.get<Opened>(`${path(contact)}/guidelines/${guideline}`, signal)),
});

/** Says what was made of a step or of the whole. */
export function useMark(contact: string, guideline: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mark: Marking) => http.put<Opened>(`${path(contact)}/guidelines/${guideline}/marks`, mark),
    // what one ticks is ticked at once
    onMutate: ({ step, kind, why }) => queries.setQueryData<Opened>([...guidanceOf(contact), 'opened', guideline], (opened) => opened && {
      ...opened, marks: [...opened.marks.filter((one) => one.step !== step), ...(kind ? [{ step, kind, why, learned: false }] : [])],
    }),
    onSuccess: (opened) => {
      queries.setQueryData([...guidanceOf(contact), 'opened', guideline], opened);
      void queries.invalidateQueries({ queryKey: [...guidanceOf(contact), 'fitting'] });
    },
    onError: (failure) => {
      toastProblem(failure);
      void queries.invalidateQueries({ queryKey: guidanceOf(contact) });
    },
  });
}

export const useTalk = (contact: string) => useQuery({
  queryKey: [...guidanceOf(contact), 'talk'],
  queryFn: ({ signal }) => http.get<Talk>(`${path(contact)}/phase`, signal),
});

export function useMove(contact: string) {
  const queries = useQueryClient();
  const key = [...guidanceOf(contact), 'talk'];
  return useMutation({
    mutationFn: (phase: string | undefined) => http.put<Talk>(`${path(contact)}/phase`, { phase }),
    // the talk goes on: the bar moves at once
    onMutate: (phase) => queries.setQueryData<Talk>(key, (talk) => talk && { ...talk, now: phase }),
    onSuccess: (talk) => queries.setQueryData(key, talk),
    onError: (failure) => {
      toastProblem(failure);
      void queries.invalidateQueries({ queryKey: key });
    },
  });
}

/** A colleague, or oneself in another browser, marked something or moved the talk; or the guidelines themselves changed. */
export function useGuidanceLive() {
  useLive<{ contact: string }>('guideline.marked', ({ contact }, queries) => void queries.invalidateQueries({ queryKey: guidanceOf(contact) }), guidance);
  useLive<{ contact: string }>('talk.moved', ({ contact }, queries) => void queries.invalidateQueries({ queryKey: [...guidanceOf(contact), 'talk'] }), guidance);
  useLive('guideline.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: guidance }), guidance);
  useLive('talk.phases-changed', (_news, queries) => void queries.invalidateQueries({ queryKey: guidance }), guidance);
}
