import type { components } from '@app/api/schema';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import type { QueryClient } from '@tanstack/react-query';
import { useMerged } from '../person/api';

export type Moment = components['schemas']['TimelineMoment'];
export type Kind = Moment['kind'];

const key = (customer: string) => ['customers', 'timeline', customer] as const;

/** Everything that happened with a customer, newest first; what others do shows by itself. */
export function useTimeline(customer: string, kinds: Kind[], text: string) {
  const merged = useMerged(customer);
  const list = key(customer);
  const again = (queries: QueryClient) => void queries.invalidateQueries({ queryKey: list });
  const ofHim = (changed: { customer?: string }, queries: QueryClient) => { if (changed.customer === customer || merged.data?.some((one) => one.id === changed.customer)) again(queries); };
  useLive<{ customer: string }>('customer.changed', ofHim, list);
  useLive<{ customer: string }>('customer.story.changed', ofHim, list);
  useLive<{ customer?: string }>('gesture.changed', ofHim, list);
  useLive<{ row: { customer?: string } }>('desk.row.changed', ({ row }, queries) => ofHim(row, queries), list);
  useLive('follow-up.changed', (_, queries) => again(queries), list);
  return usePagedList<Moment>(list, `/api/customers/${customer}/timeline`, { kind: kinds.length > 0 ? kinds.join(',') : undefined, text: text || undefined }, { limit: 30 });
}
