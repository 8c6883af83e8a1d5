import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useLive } from '@app/live';
import { useQuery } from '@tanstack/react-query';

export type Block = components['schemas']['FittingBlock'];

const key = ['text-blocks', 'fitting'] as const;
const rest = 5 * 60_000;

/** All text blocks for a brand, read ahead, so that who types fast never inserts what he did not mean. */
export function useBlocks(brand: string, language: string) {
  useLive('text-block.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: key }), key);
  return useQuery({
    queryKey: [...key, brand, language],
    queryFn: ({ signal }) => http.get<Block[]>(withQuery('/api/text-blocks/fitting', { brand, language }), signal),
    staleTime: rest,
  });
}
