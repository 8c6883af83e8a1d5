import { useQuery } from '@tanstack/react-query';
import type { components } from '../api/schema';
import { http } from '../api/http';
import { useLive } from '../live';

export type Explanation = components['schemas']['Explanation'];
export type Step = Explanation['steps'][number];
export type Now = NonNullable<Explanation['now']>;
export type Group = Step['others'][number];
export type Somebody = NonNullable<Step['person']>;

const key = ['why'];

/** Why a contact is where it is. What waits is asked for again when its queue moves, and now and then: an offer to another makes no news here. */
export function useWhy(contact: string, enabled: boolean) {
  useLive<{ queue: { queue: string } }>('queue.changed', ({ queue }, queries) => {
    const shown = queries.getQueryData<Explanation>([...key, contact]);
    if (shown?.now?.queue === queue.queue) void queries.invalidateQueries({ queryKey: [...key, contact] });
  }, key);
  return useQuery({
    queryKey: [...key, contact], enabled, staleTime: 0,
    queryFn: ({ signal }) => http.get<Explanation>(`/api/routing/contacts/${contact}/why`, signal),
    refetchInterval: ({ state }) => (state.data?.now ? 5_000 : false),
  });
}
