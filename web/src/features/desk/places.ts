import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ListFilter } from './api';
import type { View } from './types';

export const views: { path: string; view: View }[] = [
  { path: 'mine', view: 'MINE' },
  { path: 'team', view: 'TEAM' },
  { path: 'waiting', view: 'WAITING' },
  { path: 'all', view: 'ALL' },
  { path: 'closed', view: 'CLOSED' },
];

const queuePrefix = 'queue-';
export const queuePath = (queue: string) => `/desk/${queuePrefix}${queue}`;
const viewPrefix = 'view-';
/** One that somebody put together, among the lists. */
export const viewList = (view: string) => `${viewPrefix}${view}`;
export const viewPath = (view: string) => `/desk/${viewList(view)}`;

const dayLength = 24 * 60 * 60 * 1000;

/** How many days back one looks. */
export const periods = { week: 7, month: 31, year: 366 } as const;
type Period = keyof typeof periods;

/** By what a search is narrowed. */
export type Narrowed = Partial<Record<'brand' | 'medium' | 'state' | 'since', string | null>>;
const given = (all: Record<string, string | null>) => Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => !!one[1]));

/** Where in the desk someone is, read from the address and nowhere else. */
export function useDeskPlace() {
  const { list = 'mine', conversation, pane } = useParams();
  const [search, setSearchParams] = useSearchParams();
  const go = useNavigate();
  const text = search.get('q') ?? '';
  const narrowed = useMemo<Narrowed>(() => given({ brand: search.get('brand'), medium: search.get('medium'), state: search.get('state'), since: search.get('since') }), [search]);
  const tail = search.size > 0 ? `?${search}` : '';

  const filter = useMemo<ListFilter>(() => {
    const queue = list.startsWith(queuePrefix) ? list.slice(queuePrefix.length) : undefined;
    const view = views.find((one) => one.path === list)?.view ?? 'MINE';
    const saved = list.startsWith(viewPrefix) ? list.slice(viewPrefix.length) : undefined;
    if (!text) return saved ? { saved } : { view: queue ? undefined : view, queue };
    const days = periods[narrowed.since as Period];
    return {
      text, brand: narrowed.brand ?? undefined, medium: narrowed.medium ?? undefined, state: narrowed.state as ListFilter['state'],
      from: days && new Date(new Date().setHours(0, 0, 0, 0) - days * dayLength).toISOString(),
    };
  }, [list, text, narrowed]);

  const address = useCallback(
    (to?: string, which?: 'customer') => `/desk/${list}${to ? `/${to}` : ''}${to && which ? `/${which}` : ''}${tail}`,
    [list, tail],
  );
  const open = useCallback((to?: string, which?: 'customer') => Promise.resolve(go(address(to, which), { flushSync: true })), [go, address]);
  const setSearch = useCallback(
    (value: string) => setSearchParams((now) => (value ? { ...Object.fromEntries(now), q: value } : {}), { replace: true }),
    [setSearchParams],
  );
  const narrow = useCallback(
    (by: Narrowed) => setSearchParams((now) => given({ ...Object.fromEntries(now), ...by }), { replace: true }),
    [setSearchParams],
  );
  return { list, conversation, pane, filter, search: text, setSearch, narrowed, narrow, address, open };
}
