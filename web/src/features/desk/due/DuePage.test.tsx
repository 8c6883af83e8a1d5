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
let sent: { url: string; body: unknown }[];
let answers: object[];

beforeEach(() => {
  items = [
    aPromise('a', { dueAt: soon(-30), late: true }),
    aPromise('b', { kind: 'GIVEN', act: 'CALL_BACK', words: 'I call you back', whose: 'u1', whoseName: 'Bram', contactState: 'ended' }),
  ];
  asked = [];
  status = 200;
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    asked.push(url);
    if (request.method !== 'GET') {
      sent.push({ url: url.pathname, body: await request.json() });
      return Response.json(answers.shift() ?? { outcome: 'DONE' });
    }
    if (url.pathname.endsWith('/receivers')) return Response.json({ queues: [{ id: 'q1', name: 'Orders' }, { id: 'q2', name: 'Seniors' }], colleagues: [] });
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
    expect(within(given!).getByText('Given by a colleague · Call back · Orders · Bram keeps it · in nobody\'s hands')).toBeTruthy();
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
    expect(within(given!).getByRole('button', { name: 'Pick Subject b up again' })).toBeTruthy();
    expect(within(late!).queryByRole('button', { name: /^Pick/ })).toBeNull();
  });

  /** Hands the contact of this promise to another queue. */
  async function handTo(name: string, button: RegExp) {
    fireEvent.click(await screen.findByRole('button', { name: button }));
    fireEvent.click(await screen.findByRole('combobox', { name: 'To' }));
    // the filter above the list has queues too
    await vi.waitFor(() => fireEvent.click(within(document.getElementById(screen.getByRole('combobox', { name: 'To' }).getAttribute('aria-controls')!)!).getByRole('option', { name, hidden: true })));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
  }

  it('picks up what ended, and says who was first', async () => {
    answers = [{ outcome: 'TAKEN', by: 'Victor' }];
    renderPage(<DuePage />, { user: leader });
    fireEvent.click(await screen.findByRole('button', { name: 'Pick Subject b up again' }));
    expect(await screen.findByText('Subject b: Victor has it in hand by now')).toBeTruthy();
    expect(sent).toEqual([{ url: '/api/desk/conversations/v-b/bring-back', body: { solvedToo: false } }]);
    expect(screen.queryByText('You have it in hand now')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Pick Subject b up again' }));
    expect(await screen.findByText('You have it in hand now')).toBeTruthy();
    expect(screen.queryByText('Subject b: Victor has it in hand by now')).toBeNull();
  });

  it('hands what ended to a queue, also its own, and asks first when it was solved meanwhile', async () => {
    answers = [{ outcome: 'SOLVED', by: 'Victor' }];
    renderPage(<DuePage />, { user: leader });
    await handTo('Orders', /^Hand Subject b/);
    const question = await screen.findByRole('dialog', { name: 'Open this solved case again?' });
    expect(within(question).getByText(/^Victor solved the case meanwhile/)).toBeTruthy();
    expect(sent).toHaveLength(1);
    fireEvent.click(within(question).getByRole('button', { name: 'Pick up again' }));
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ url: '/api/desk/conversations/v-b/bring-back', body: { queue: 'q1', note: '', solvedToo: true } }));
    expect(await screen.findByText('Transferred')).toBeTruthy();
  });

  it('leaves a solved case as it is when one does not want that', async () => {
    answers = [{ outcome: 'SOLVED', by: 'Victor' }];
    renderPage(<DuePage />, { user: leader });
    fireEvent.click(await screen.findByRole('button', { name: 'Pick Subject b up again' }));
    const question = await screen.findByRole('dialog', { name: 'Open this solved case again?' });
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Subject b: Victor solved the case meanwhile')).toBeTruthy();
    expect(sent).toHaveLength(1);
  });

  it('moves what waits only while it does', async () => {
    answers = [[{ contact: 'c-a', outcome: 'MOVED' }]];
    renderPage(<DuePage />, { user: leader });
    await handTo('Seniors', /^Move Subject a/);
    expect(await screen.findByText('Subject a: it waits in another queue by now')).toBeTruthy();
    expect(sent).toEqual([{ url: '/api/desk/queues/q1/waiting/transfer', body: { contacts: ['c-a'], queue: 'q2', note: '' } }]);
  });

  it('hands over nothing by who may not assign work', async () => {
    renderPage(<DuePage />, { user: { ...leader, permissions: ['live.view', 'contacts.view', 'contacts.handle'] } });
    expect(await screen.findByRole('button', { name: 'Pick Subject b up again' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Move|Hand) / })).toBeNull();
  });

  it('keeps its filters behind one button on a phone', async () => {
    vi.stubGlobal('matchMedia', (media: string) => ({ matches: media.includes('max-width'), media, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }));
    renderPage(<DuePage />, { user: leader, at: '/live/promises?queue=q1' });
    const filters = await screen.findByRole('button', { name: 'Filter (1)' });
    expect(screen.queryByRole('combobox', { name: 'Queue' })).toBeNull();
    fireEvent.click(filters);
    expect(screen.getByRole('combobox', { name: 'Queue' })).toBeTruthy();
    expect(filters.getAttribute('aria-expanded')).toBe('true');
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
