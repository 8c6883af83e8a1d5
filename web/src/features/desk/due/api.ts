import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type DuePromise = Schemas['DuePromise'];
export type Kind = DuePromise['kind'];
type Counts = Schemas['DuePromiseCounts'];

/** Of every list of promises: what changes one of them changes this. */
export const promises = ['promises'] as const;
const all = [...promises, 'due'] as const;
/** What is due comes nearer without any news. */
const again = 30_000;

export interface DueFilter { queue?: string; kind?: Kind; person?: string; brand?: string }

export const useDue = (filter: DueFilter, within: 'LATE' | 'HOUR' | 'TODAY') =>
  usePagedList<DuePromise>([...all, 'list'], '/api/promises/due', { ...filter, within }, { again });

export const useDueCounts = (filter: DueFilter) => useQuery({
  queryKey: [...all, 'counts', filter],
  queryFn: ({ signal }) => http.get<Counts>(withQuery('/api/promises/due/counts', { ...filter }), signal),
  placeholderData: (before) => before,
  refetchInterval: again,
});
