import { anAgent, renderPage } from '@app/test/render';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import LinePage from './LinePage';

const leader = { ...anAgent, permissions: ['live.view', 'contacts.view', 'contacts.handle', 'contacts.assign'] };
const aRow = (id: string, place: number, more: object = {}) => ({
  place, since: new Date(Date.now() - 5 * 60_000).toISOString(), ...more,
  row: { contact: id, conversation: `v-${id}`, brand: 'b1', subject: `Subject ${id}`, customerName: `Customer ${id}`, caseNumber: 40 + place, medium: 'mail', priority: 'NORMAL', late: false },
});
let rows: object[];
let heard: { url: string; body: unknown }[];
let outcomes: object[];

beforeEach(() => {
  rows = [aRow('a', 1), aRow('b', 2, { keptFor: { id: 'u1', name: 'Bram' } }), aRow('c', 3)];
  heard = [];
  outcomes = [];
  vi.stubGlobal('EventSource', class { addEventListener() {} close() {} });
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (request.method === 'POST') {
      heard.push({ url: url.pathname, body: await request.json() });
      return Response.json(outcomes);
    }
    if (url.pathname.endsWith('/waiting')) return Response.json({ items: url.searchParams.get('search') ? rows.slice(2) : rows });
    if (url.pathname.endsWith('/receivers')) return Response.json({ queues: [{ id: 'q2', name: 'Seniors' }], colleagues: [], reasons: [] });
    return Response.json([]);
  });
});
afterEach(() => vi.unstubAllGlobals());

const show = (user = leader, at = '/live/queues/q1') =>
  renderPage(<Routes><Route path="/live/queues/:queue" element={<LinePage />} /></Routes>, { user, at });

describe('what waits in a queue', () => {
  it('stands in its order, says for whom it is kept, and opens in the desk', async () => {
    show();
    const found = await screen.findAllByRole('listitem');
    expect(found.map((one) => within(one).getByRole('link').getAttribute('href'))).toEqual(['/desk/queue-q1/v-a', '/desk/queue-q1/v-b', '/desk/queue-q1/v-c']);
    expect(within(found[1]!).getByText('For Bram')).toBeTruthy();
    expect(within(found[0]!).getByText('waits 5m')).toBeTruthy();
  });

  it('says of each of several what came of it', async () => {
    outcomes = [{ contact: 'a', outcome: 'DONE' }, { contact: 'b', outcome: 'TAKEN', by: 'Sanne' }, { contact: 'c', outcome: 'MOVED' }];
    show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }));
    expect(screen.getByText('3 chosen')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Priority' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Urgent/ }));
    expect(await screen.findByText('1 has another priority')).toBeTruthy();
    expect(screen.getByText('Subject b: Sanne has it in hand by now')).toBeTruthy();
    expect(screen.getByText('Subject c: it waits in another queue by now')).toBeTruthy();
    expect(heard).toEqual([{ url: '/api/desk/queues/q1/waiting/priority', body: { contacts: ['a', 'b', 'c'], priority: 'URGENT' } }]);
    await waitFor(() => expect(screen.getByText('0 chosen')).toBeTruthy());
  });

  it('hands over only what is chosen', async () => {
    outcomes = [{ contact: 'c', outcome: 'DONE' }];
    show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose Subject c' }));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer…' }));
    fireEvent.click(await screen.findByRole('combobox', { name: 'To' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Seniors', hidden: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    await waitFor(() => expect(heard).toEqual([{ url: '/api/desk/queues/q1/waiting/transfer', body: { contacts: ['c'], queue: 'q2', note: '' } }]));
    expect(await screen.findByText('1 is transferred')).toBeTruthy();
  });

  it('is only to be read by who may not assign work', async () => {
    show({ ...leader, permissions: ['live.view', 'contacts.view'] });
    await screen.findAllByRole('listitem');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Why here? Subject a' })).toBeTruthy();
  });

  it('says that nothing waits', async () => {
    rows = [];
    show();
    expect(await screen.findByText('Nothing waits here')).toBeTruthy();
  });

  it('finds one of them', async () => {
    show(leader, '/live/queues/q1?q=Customer');
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  });
});
