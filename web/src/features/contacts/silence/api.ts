import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type SilenceSettings = Schemas['SilenceSettings'];
export type SilenceChoice = Schemas['SilenceChoice'];

const path = '/api/silence';
export const silenceKey = (brand: string) => ['silence', brand] as const;
export const MOST_DAYS = 90;

export const useSilence = (brand: string) => useQuery({
  queryKey: [...silenceKey(brand), 'settings'],
  queryFn: ({ signal }) => http.get<SilenceSettings>(withQuery(path, { brand }), signal),
});

export const useSilencePreview = (brand: string, remindDays: number, solveDays: number, enabled = true) => useQuery({
  queryKey: [...silenceKey(brand), 'preview', remindDays, solveDays], enabled, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => http.get<Schemas['SilencePreview']>(withQuery(`${path}/preview`, { brand, remindDays, solveDays }), signal),
});

export const useSilenceFigures = (brand: string) => useQuery({
  queryKey: [...silenceKey(brand), 'figures'],
  queryFn: ({ signal }) => http.get<Schemas['SilenceFigures']>(withQuery(`${path}/figures`, { brand }), signal),
});

export const storeSilence = (brand: string, choice: SilenceChoice) => http.put(withQuery(path, { brand }), choice);
