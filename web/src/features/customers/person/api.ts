import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useQuery } from '@tanstack/react-query';
import { customerKey } from '../api';

type Schemas = components['schemas'];
export type Merged = Schemas['MergedCard'];
export type Suggestion = Schemas['SamePersonSuggestion'];
export type Preview = Schemas['MergePreview'];
export type Side = Schemas['MergeSide'];
export type Fact = Schemas['MergeChoice']['take'][number];

// below the customer's own key, so that they are read again with him
export const useMerged = (id: string) => useQuery({
  queryKey: [...customerKey(id), 'merged'],
  queryFn: ({ signal }) => http.get<Merged[]>(`/api/customers/${id}/merges`, signal),
});

export const useSuggestions = (id: string, enabled: boolean) => useQuery({
  queryKey: [...customerKey(id), 'same'],
  queryFn: ({ signal }) => http.get<Suggestion[]>(`/api/customers/${id}/same-person`, signal),
  enabled,
});

export const usePreview = (id: string, other: string) => useQuery({
  queryKey: [...customerKey(id), 'preview', other],
  queryFn: ({ signal }) => http.get<Preview>(`/api/customers/${id}/merges/${other}`, signal),
});

export const merge = (id: string, other: string, take: Fact[], unproven: boolean) => http.post(`/api/customers/${id}/merges/${other}`, { take, unproven });
export const takeApart = (id: string, other: string) => http.delete(`/api/customers/${id}/merges/${other}`);
export const notSame = (id: string, other: string) => http.post(`/api/customers/${id}/not-same/${other}`, {});
export const perhaps = (id: string, other: string) => http.delete(`/api/customers/${id}/not-same/${other}`);
