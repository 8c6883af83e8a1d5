import type { Pages } from '@app/list/usePagedList';
import { describe, expect, it } from 'vitest';
import { placeRow } from './rows';
import type { Row } from './types';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
const aRow = (id: string, more: Partial<Row> = {}): Row => ({
  conversation: id, contact: `k-${id}`, caseId: 'z', caseNumber: 1, caseState: 'OPEN', brand: 'b', channel: 'letter', medium: 'mail',
  subject: id, preview: '', previewFrom: 'in', state: 'assigned', assignedTo: 'me', openedAt: at(0), lastAt: at(0), late: false,
  undelivered: false, unread: false, priority: 'NORMAL', watchers: [], found: [], ...more,
});
const pages = (rows: Row[], next?: string): Pages<Row> => ({ pages: [{ items: rows, next }], pageParams: [undefined] });
const names = (list: Pages<Row> | undefined) => list?.pages.flatMap((page) => page.items.map((row) => row.conversation));

describe('a changed row', () => {
  const mine = { view: 'MINE' as const };

  it('moves to where its due time puts it, before those that wait for the customer', () => {
    const list = pages([aRow('a', { dueAt: at(10) }), aRow('b', { dueAt: at(30) }), aRow('c')]);
    expect(names(placeRow(list, aRow('d', { dueAt: at(20) }), mine, 'me'))).toEqual(['a', 'd', 'b', 'c']);
    expect(names(placeRow(list, aRow('c', { waitingSince: at(5) }), mine, 'me'))).toEqual(['c', 'a', 'b']);
  });

  it('stands first when it is urgent, unless it is the customer\'s turn', () => {
    const list = pages([aRow('a', { dueAt: at(10) }), aRow('b', { dueAt: at(30) }), aRow('c')]);
    expect(names(placeRow(list, aRow('b', { dueAt: at(30), priority: 'URGENT' }), mine, 'me'))).toEqual(['b', 'a', 'c']);
    expect(names(placeRow(list, aRow('c', { priority: 'URGENT' }), mine, 'me'))).toEqual(['a', 'b', 'c']);
  });

  it('leaves my list when a colleague has it', () => {
    const list = pages([aRow('a'), aRow('b')]);
    expect(names(placeRow(list, aRow('a', { assignedTo: 'other' }), mine, 'me'))).toEqual(['b']);
  });

  it('is left to the next page when it belongs beyond what is loaded', () => {
    const list = pages([aRow('a', { dueAt: at(10) })], 'cursor');
    expect(names(placeRow(list, aRow('z'), mine, 'me'))).toEqual(['a']);
  });

  it('is only refreshed in what a search found', () => {
    const list = pages([aRow('a'), aRow('b', { found: [{ text: 'x', hit: true }] })]);
    const changed = placeRow(list, aRow('b', { state: 'closed', subject: 'new' }), { text: 'x' }, 'me');
    expect(changed?.pages[0]?.items[1]).toMatchObject({ subject: 'new', found: [{ text: 'x', hit: true }] });
    expect(names(placeRow(list, aRow('c'), { text: 'x' }, 'me'))).toEqual(['a', 'b']);
  });

  it('stays in a view until the server says otherwise, unless it is closed; only the server brings one in', () => {
    const list = pages([aRow('a'), aRow('b')]);
    expect(names(placeRow(list, aRow('a', { assignedTo: 'other' }), { saved: 'v1' }, 'me'))).toEqual(['a', 'b']);
    expect(names(placeRow(list, aRow('a', { state: 'closed' }), { saved: 'v1' }, 'me'))).toEqual(['b']);
    expect(names(placeRow(list, aRow('c'), { saved: 'v1' }, 'me'))).toEqual(['a', 'b']);
  });

  it('comes newest first among the closed', () => {
    const list = pages([aRow('a', { state: 'closed', closedAt: at(20) }), aRow('b', { state: 'closed', closedAt: at(10) })]);
    expect(names(placeRow(list, aRow('c', { state: 'closed', closedAt: at(15) }), { view: 'CLOSED' }, 'me'))).toEqual(['a', 'c', 'b']);
  });
});
