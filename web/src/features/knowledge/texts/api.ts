import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type TextBlock = Schemas['TextBlock'];
export type Language = 'nl' | 'en';
/** As it stands in the form: no brand is all brands. */
export interface Words { brand: string; language: string; shortcut: string; name: string; words: string }
export interface Filter { whose: 'ALL' | 'SHARED' | 'OWN'; archived?: boolean; brand?: string; language?: string; search?: string }

export const key = ['text-blocks'] as const;
export const oneKey = (id: string) => [...key, 'one', id] as const;
const at = (id: string) => `/api/text-blocks/${id}`;
const sent = ({ brand, ...rest }: Words) => ({ ...rest, brand: brand || undefined });

export const useTexts = (filter: Filter) => usePagedList<TextBlock>([...key, 'list'], '/api/text-blocks', { ...filter }, { limit: 25 });

export const useText = (id: string) => useQuery({ queryKey: oneKey(id), queryFn: ({ signal }) => http.get<TextBlock>(at(id), signal) });

export const texts = {
  create: (own: boolean, words: Words) => http.post<TextBlock>('/api/text-blocks', { own, block: sent(words) }),
  change: (id: string, version: number, words: Words) => http.put<TextBlock>(at(id), { version, block: sent(words) }),
  archive: (id: string, archived: boolean) => http.put<TextBlock>(`${at(id)}/archived`, { archived }),
};

/** A colleague, or oneself on another screen, changed one. */
export function useFollowTexts() {
  useLive('text-block.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: key }), key);
}
