import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys, type ListFilter } from '../api';

type Schemas = components['schemas'];
export type Work = Schemas['BulkWork'];
export type What = Schemas['BulkWhat'];
export type ItemState = Work['counts'][number]['state'];
type Which = Schemas['BulkWhich'];

const path = '/api/desk/bulk';
const key = ['desk', 'bulk'] as const;
const second = 1000;
/** What is still worth a line above the list. */
const fresh = 10 * 60_000;

export const bulk = {
  prepare: (which: Which, what: What) => http.post<Work>(path, { which, what }),
  start: (id: string) => http.post<Work>(`${path}/${id}/start`, {}),
  stop: (id: string) => http.post<Work>(`${path}/${id}/stop`, {}),
  takeBack: (id: string) => http.post<Work>(`${path}/${id}/take-back`, {}),
};

export const busy = (work: Work) => work.state === 'RUNNING' || work.state === 'TAKING_BACK';
export const countOf = (work: Work, ...states: ItemState[]) => work.counts.filter((one) => states.includes(one.state)).reduce((sum, one) => sum + one.count, 0);

/** Everything of a list that the server can name by itself; of what was searched only what is ticked. */
export const wholeOf = ({ view, queue, saved, text }: ListFilter): Which | undefined => (text ? undefined : { view, queue, saved });

/** What goes on now, and what ended a moment ago. It is read anew each second while something goes on. */
export function useBulkNow() {
  const queries = useQueryClient();
  const now = useQuery({
    queryKey: [...key, 'now'],
    queryFn: ({ signal }) => http.get<{ items: Work[] }>(`${path}?limit=3`, signal),
    refetchInterval: (query) => (query.state.data?.items.some(busy) ? second : false),
  });
  const works = (now.data?.items ?? []).filter((one) => busy(one) || Date.now() - Date.parse(one.finishedAt ?? one.madeAt) < fresh);
  const running = works.some(busy);
  const was = useRef(running);
  // the stream moves rows as they change; what only the server can tell is read when all is done
  useEffect(() => {
    if (was.current && !running) for (const stale of [keys.rows, keys.viewCounts, [...key, 'list']]) void queries.invalidateQueries({ queryKey: stale });
    was.current = running;
  }, [running, queries]);
  return { works, again: () => queries.invalidateQueries({ queryKey: key }) };
}

export const useBulkWork = () => usePagedList<Work>([...key, 'list'], path, {}, { limit: 20 });

export const useBulkItems = (id: string, state: ItemState, enabled: boolean) =>
  usePagedList<Schemas['BulkItem']>([...key, 'items', id], `${path}/${id}/items`, { state }, { enabled });
