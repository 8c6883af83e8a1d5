import { anAgent, renderPage } from '@app/test/render';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Timeline } from './Timeline';

const reader = { ...anAgent, permissions: ['customers.view', 'contacts.view'] };
const place = { conversation: 'c1', caseId: 'k1', caseNumber: 10_023, channel: 'email' };
const moments = [
  { id: 'PROMISE_SETTLED:1', what: 'PROMISE_SETTLED', kind: 'PROMISE', at: '2026-11-03T10:00:00Z', title: 'I send a lamp', state: 'broken', words: 'No lamps left', by: 'Sanne', place },
  { id: 'ANSWER:1', what: 'ANSWER', kind: 'ANSWER', at: '2026-11-02T10:00:00Z', score: 3, words: 'Too slow', state: 'angry', place },
  { id: 'CONTACT:1', what: 'CONTACT', kind: 'CONTACT', at: '2026-10-30T10:00:00Z', title: 'Broken lamp', state: 'waiting', place, other: { id: 'u2', name: 'M. de Boer', forHim: true } },
  { id: 'ORDER_PLACED:1', what: 'ORDER_PLACED', kind: 'ORDER', at: '2026-10-01T10:00:00Z', title: 'B-1', words: 'Lamp', state: 'returned', amount: { minor: 1250, currency: 'EUR' } },
];
let asked: URL[] = [];

const answers = (answer: (url: URL) => unknown) => {
  asked = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith('/timeline')) return Response.json([]);
    asked.push(url);
    const body = answer(url);
    return body instanceof Response ? body : Response.json(body);
  });
};

afterEach(() => { vi.unstubAllGlobals(); });

it('tells what happened by month, each with the way to it', async () => {
  answers(() => ({ items: moments }));
  renderPage(<Timeline customer="u1" />, { user: reader });
  expect(await screen.findByRole('heading', { name: 'November 2026' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'October 2026' })).toBeTruthy();
  const [promise, answer, contact, order] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  expect(within(promise).getByRole('link', { name: 'Promise broken' }).getAttribute('href')).toBe('/desk/all/c1');
  expect(within(promise).getByText(/No lamps left/)).toBeTruthy();
  expect(within(answer).getByText('Gave us a 3')).toBeTruthy();
  expect(within(answer).getByText('“Too slow”')).toBeTruthy();
  expect(within(contact).getByText(/Open/)).toBeTruthy();
  expect(within(contact).getByRole('link', { name: /M. de Boer/ }).getAttribute('href')).toBe('/customers/u2');
  expect(within(order).getByRole('link', { name: 'Order B-1 placed' }).getAttribute('href')).toBe('/customers/u1?tab=orders');
  expect(within(order).getByText(/Lamp · Returned · €12.50/)).toBeTruthy();
});

it('is narrowed by kind and by words, and says when nothing is like that', async () => {
  answers((url) => ({ items: url.searchParams.get('kind') ? [] : moments }));
  renderPage(<Timeline customer="u1" />, { user: reader });
  await userEvent.click(await screen.findByRole('button', { name: 'Gestures' }));
  expect(await screen.findByText('Nothing like this happened')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Orders' }));
  await userEvent.type(screen.getByRole('searchbox'), 'lamp{Enter}');
  expect(Object.fromEntries(asked.at(-1)!.searchParams)).toMatchObject({ kind: 'GESTURE,ORDER', text: 'lamp' });
});

it('offers only what this person may see', async () => {
  answers(() => ({ items: [] }));
  renderPage(<Timeline customer="u1" />, { user: { ...anAgent, permissions: ['customers.view'] } });
  expect(await screen.findByText('Nothing happened yet')).toBeTruthy();
  expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual(['Orders', 'What matters', 'Addresses and cards']);
});

it('goes on to the page after it, and says when it cannot be read', async () => {
  answers((url) => (url.searchParams.get('cursor') ? { items: moments.slice(2) } : { items: moments.slice(0, 2), next: 'n' }));
  renderPage(<Timeline customer="u1" />, { user: reader });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Order B-1 placed')).toBeTruthy();
  answers(() => Response.json({ code: 'customers/not-found', title: 'There is no such customer' }, { status: 404, headers: { 'Content-Type': 'application/problem+json' } }));
  renderPage(<Timeline customer="u2" />, { user: reader });
  expect(await screen.findByText('There is no such customer')).toBeTruthy();
});
