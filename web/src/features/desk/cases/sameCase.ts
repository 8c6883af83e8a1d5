import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useQuery } from '@tanstack/react-query';

type SameCase = components['schemas']['SameCase'];
export type SameCaseMode = SameCase['mode'];

const path = '/api/same-case';
export const sameCaseKey = (brand: string) => ['same-case', brand] as const;

export const useSameCase = (brand: string) => useQuery({
  queryKey: sameCaseKey(brand), staleTime: 60_000,
  queryFn: ({ signal }) => http.get<SameCase>(withQuery(path, { brand }), signal),
});

export const storeSameCase = (brand: string, choice: SameCase) => http.put(withQuery(path, { brand }), choice);
