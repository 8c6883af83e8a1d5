import type { Page, Pages } from '@app/list/usePagedList';
import type { ListFilter } from './api';
import type { Row } from './types';

/** The order of the lists, the same as the server's: who waits for us first, what is urgent before the rest, by when it is due. */
export function before(a: Row, b: Row): number {
  return rank(a) - rank(b) || sortAt(a).localeCompare(sortAt(b)) || a.conversation.localeCompare(b.conversation);
}

const rank = (row: Row) => (!(row.state === 'waiting' || row.waitingSince || row.dueAt) ? 2 : row.priority === 'URGENT' ? 0 : 1);
const sortAt = (row: Row) => new Date(row.dueAt ?? row.waitingSince ?? row.lastAt).toISOString();

/** Whether a row stands in a list; `undefined` when only the server can tell (who is in my team, what a search finds, what stands in a view). */
export function belongs(row: Row, filter: ListFilter, me: string): boolean | undefined {
  if (filter.text || filter.saved) return undefined;
  if (filter.queue) return row.state !== 'closed' && row.queue === filter.queue;
  switch (filter.view) {
    case 'MINE': return row.state === 'assigned' && row.assignedTo === me;
    case 'WAITING': return row.state === 'waiting';
    case 'CLOSED': return row.state === 'closed';
    case 'TEAM': return row.state === 'assigned' && row.assignedTo === me ? true : undefined;
    default: return row.state !== 'closed';
  }
}

/**
 * Puts a changed row where it belongs in the loaded pages. A row that belongs beyond the last loaded page is left out: it
 * comes with that page.
 */
export function placeRow(pages: Pages<Row> | undefined, row: Row, filter: ListFilter, me: string): Pages<Row> | undefined {
  if (!pages) return pages;
  const all = pages.pages.flatMap((page) => page.items);
  const there = all.some((one) => one.conversation === row.conversation);
  const wanted = belongs(row, filter, me) ?? (there && row.state !== 'closed');
  if (!there && !wanted) return pages;
  if (filter.text) return rebuilt(pages, all.map((one) => (one.conversation === row.conversation ? { ...row, found: one.found } : one)));
  const others = all.filter((one) => one.conversation !== row.conversation);
  if (!wanted) return rebuilt(pages, others);
  const newestFirst = filter.view === 'CLOSED' && !filter.queue;
  const place = newestFirst
    ? others.findIndex((one) => (one.closedAt ?? '') <= (row.closedAt ?? ''))
    : others.findIndex((one) => before(row, one) < 0);
  if (place < 0) {
    const more = pages.pages.at(-1)?.next !== undefined;
    return rebuilt(pages, more && !there ? others : [...others, row]);
  }
  return rebuilt(pages, [...others.slice(0, place), row, ...others.slice(place)]);
}

/** All rows in the first pages, the cursor of the last page kept. */
function rebuilt(pages: Pages<Row>, rows: Row[]): Pages<Row> {
  let from = 0;
  const count = pages.pages.length;
  return {
    ...pages,
    pages: pages.pages.map((page, index): Page<Row> => {
      const size = index === count - 1 ? rows.length - from : page.items.length;
      const items = rows.slice(from, from + Math.max(0, size));
      from += items.length;
      return { ...page, items };
    }),
  };
}
