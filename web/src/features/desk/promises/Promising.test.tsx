import { anAgent, renderPage } from '@app/test/render';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Promising } from './Promising';

/** In the window that opens; without a layout the browser of the test takes it for hidden. */
const inWindow = { hidden: true } as const;
const promised = vi.fn();
let usual: () => Response;
let given: { act: string; from?: string; due: string }[];

beforeEach(() => {
  promised.mockClear();
  given = [];
  usual = () => Response.json([
    { act: 'CALL_BACK', from: '2026-12-28T08:00:00Z', due: '2026-12-28T11:00:00Z' },
    { act: 'REFUND', due: '2027-01-04T16:00:00Z' },
  ]);
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/promises/usual') return usual();
    if (pathname !== '/api/promises') return new Response(null, { status: 204 });
    given.push(await request.json() as (typeof given)[number]);
    return Response.json({ id: 'p' }, { status: 201 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open() {
  renderPage(<Promising conversation="c" brand="b" language="en" onPromised={promised} onTakenBack={() => {}} />, { user: { ...anAgent, permissions: ['contacts.handle'] } });
  await userEvent.click(screen.getByRole('button', { name: 'Promise the customer something' }));
}

it('offers what the server says and promises exactly that', async () => {
  await open();
  expect(await screen.findByRole('button', { name: /^Call back/, ...inWindow })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^Refund or credit/, ...inWindow }));
  await vi.waitFor(() => expect(promised).toHaveBeenCalledOnce());
  expect(given).toMatchObject([{ act: 'REFUND', due: '2027-01-04T16:00:00Z' }]);
});

it('says so when the calendar stays closed; the own moment is left', async () => {
  usual = () => Response.json([]);
  await open();
  expect(await screen.findByText(/no opening hours by day within a year/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Something else …', ...inWindow }));
  expect(screen.getByLabelText(/^Before/)).toHaveProperty('value', '');
});

it('says so when the moments could not be read; the own moment is left', async () => {
  usual = () => Response.json({ code: 'contacts/not-found', title: 'Not there', status: 404 }, { status: 404, headers: { 'Content-Type': 'application/problem+json' } });
  await open();
  expect(await screen.findByText('Not there')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Something else …', ...inWindow }));
  expect(screen.getByRole('combobox', { name: 'What', ...inWindow })).toBeTruthy();
});
