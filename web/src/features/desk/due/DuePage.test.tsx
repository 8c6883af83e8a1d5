import { anAgent, renderPage } from '@app/test/render';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import DuePage from './DuePage';

const leader = { ...anAgent, permissions: ['live.view', 'contacts.view', 'contacts.handle', 'contacts.assign'] };
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const aPromise = (id: string, more: object) => ({
  id, kind: 'ANSWER', dueAt: soon(20), late: false, brand: 'b1', queue: 'q1', contact: `c-${id}`, conversation: `v-${id}`, contactState: 'waiting', medium: 'mail',
  priority: 'NORMAL', caseId: `k-${id}`, caseNumber: 7, subject: `Subject ${id}`, customerName: `Customer ${id}`, ...more,
});
let items: object[];
let asked: URL[];
let status: number;

beforeEach(() => {
  items = [
    aPromise('a', { dueAt: soon(-30), late: true }),
    aPromise('b', { kind: 'GIVEN', act: 'CALL_BACK', words: 'I call you back', whose: 'u1', whoseName: 'Bram', contactState: 'ended' }),
  ];
  asked = [];
  status = 200;
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    asked.push(url);
    if (url.pathname.endsWith('/counts')) return Response.json({ late: 1, hour: 1, today: 4, people: [{ id: 'u1', name: 'Bram', count: 1 }] });
    if (url.pathname.endsWith('/due')) return status === 200 ? Response.json({ items }) : Response.json({ code: 'access/denied', title: 'No', status }, { status });
    return Response.json([{ id: 'q1', brand: 'b1', name: 'Orders' }]);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('what is promised and due', () => {
  it('says what, to whom, whose it is and where, and leads to the case', async () => {
    renderPage(<DuePage />, { user: leader });
    const [late, given] = await screen.findAllByRole('article');
    expect(within(late!).getByText('30m late')).toBeTruthy();
    expect(await within(late!).findByText('Answer · Orders · nobody has it yet')).toBeTruthy();
    expect(within(given!).getByText('Given by a colleague · Call back · Orders · Bram keeps it')).toBeTruthy();
    expect(within(given!).getByRole('link', { name: 'Case 7' }).getAttribute('href')).toBe('/cases/k-b');
    expect(await screen.findByText('Today (5)')).toBeTruthy();
  });

  it('lets one raise and move what is promised by rule, and hand over what a colleague gave', async () => {
    renderPage(<DuePage />, { user: leader });
    const [late, given] = await screen.findAllByRole('article');
    expect(within(late!).getByRole('button', { name: 'Priority of Subject a' })).toBeTruthy();
    expect(within(late!).getByRole('button', { name: 'Move Subject a to another queue or person' })).toBeTruthy();
    expect(within(given!).getByRole('button', { name: /^More about/ })).toBeTruthy();
    expect(within(given!).queryByRole('button', { name: /^Priority/ })).toBeNull();
  });

  it('only shows to who does not handle contacts', async () => {
    renderPage(<DuePage />, { user: { ...leader, permissions: ['live.view', 'contacts.view'] } });
    const all = await screen.findAllByRole('article');
    expect(all.flatMap((one) => within(one).queryAllByRole('button'))).toEqual([]);
  });

  it('asks for what was chosen', async () => {
    renderPage(<DuePage />, { user: leader, at: '/live/promises?queue=q1&within=hour' });
    await screen.findAllByRole('article');
    expect(Object.fromEntries(asked.find((one) => one.pathname.endsWith('/due'))!.searchParams)).toMatchObject({ queue: 'q1', within: 'HOUR' });
    fireEvent.click(screen.getByRole('radio', { name: /^Late/ }));
    await vi.waitFor(() => expect(asked.at(-1)!.searchParams.get('within')).toBe('LATE'));
  });

  it('says that nothing is due, and when one may not see it', async () => {
    items = [];
    const { unmount } = renderPage(<DuePage />, { user: leader });
    expect(await screen.findByText('Nothing more is due today')).toBeTruthy();
    unmount();
    status = 403;
    renderPage(<DuePage />, { user: leader });
    expect(await screen.findByText('This place is not open to you')).toBeTruthy();
  });
});
