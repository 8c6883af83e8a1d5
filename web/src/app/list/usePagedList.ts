import { useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import { http, withQuery } from '../api/http';

/** One page of a list as every endpoint answers it: `next` is the cursor of the following page, absent at the end. */
export interface Page<T> {
  items: T[];
  next?: string;
}

export type Pages<T> = InfiniteData<Page<T>, string | undefined>;

interface Options {
  limit?: number;
  enabled?: boolean;
  /** Read again after so many milliseconds, for what changes without news. */
  again?: number;
}

/** A list that is read page by page, by key; nothing is ever loaded unbounded. */
export function usePagedList<T>(
  key: QueryKey,
  path: string,
  filter: Record<string, string | number | boolean | undefined | null> = {},
  { limit = 50, enabled = true, again }: Options = {},
) {
  const query = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<T>>(withQuery(path, { ...filter, limit, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    // what was shown stays until the new is there; an empty list says nothing about another filter
    placeholderData: (before: Pages<T> | undefined) => (before?.pages[0]?.items.length ? before : undefined),
    enabled,
    refetchInterval: again ?? false,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, items };
}

/** A list of which a screen needs every row, to count and to search: page after page, so that no single answer is unbounded. */
export async function readWhole<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await http.get<Page<T>>(withQuery(path, { limit: 200, cursor }), signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/** Changes every item of all loaded pages; an item that becomes `null` leaves the list. */
export function mapPages<T>(pages: Pages<T> | undefined, change: (item: T) => T | null): Pages<T> | undefined {
  return pages && {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map(change).filter((item): item is T & {} => item !== null) })),
  };
}
