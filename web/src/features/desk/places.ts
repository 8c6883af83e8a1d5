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

/** Where in the desk someone is, read from the address and nowhere else. */
export function useDeskPlace() {
  const { list = 'mine', conversation, pane } = useParams();
  const [search, setSearchParams] = useSearchParams();
  const go = useNavigate();
  const text = search.get('q') ?? '';
  const tail = search.size > 0 ? `?${search}` : '';

  const filter = useMemo<ListFilter>(() => {
    const queue = list.startsWith(queuePrefix) ? list.slice(queuePrefix.length) : undefined;
    const view = views.find((one) => one.path === list)?.view ?? 'MINE';
    return { view: queue ? undefined : view, queue, search: text || undefined };
  }, [list, text]);

  const address = useCallback(
    (to?: string, which?: 'customer') => `/desk/${list}${to ? `/${to}` : ''}${to && which ? `/${which}` : ''}${tail}`,
    [list, tail],
  );
  const open = useCallback((to?: string, which?: 'customer') => Promise.resolve(go(address(to, which), { flushSync: true })), [go, address]);
  const setSearch = useCallback(
    (value: string) => setSearchParams(value ? { q: value } : {}, { replace: true }),
    [setSearchParams],
  );
  return { list, conversation, pane, filter, search: text, setSearch, address, open };
}
