import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anAgent, renderPage } from '../test/render';
import { Stories } from './Stories';

let stored = { id: 's1', text: 'A present', author: 'Ada', writtenAt: '2026-11-30T10:00:00Z', version: 0 };
let older: typeof stored[] = [];
let sent: { text: string; version: number }[] = [];

const page = (cursor: string | null) => (cursor ? { items: older } : { items: [stored], next: older.length ? 's1' : undefined });

beforeEach(() => {
  stored = { ...stored, text: 'A present', author: 'Ada', version: 0 };
  older = [];
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'PUT') return Response.json(page(new URL(request.url).searchParams.get('cursor')));
    const wanted = await request.json() as { text: string; version: number };
    sent.push(wanted);
    if (wanted.version !== stored.version) {
      return Response.json({ code: 'customers/story-changed', title: 'Somebody changed this meanwhile', status: 409 }, { status: 409, headers: { 'Content-Type': 'application/problem+json' } });
    }
    stored = { ...stored, text: wanted.text, version: wanted.version + 1 };
    return Response.json(stored);
  });
});
afterEach(() => { vi.unstubAllGlobals(); });

it('writes over what a colleague made of it only after that was shown', async () => {
  const { queries } = renderPage(<Stories customer="c1" />, { user: { ...anAgent, permissions: ['customers.view', 'customers.change'] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Change: A present' }));
  const words = screen.getByRole('textbox');
  await userEvent.clear(words);
  await userEvent.type(words, 'A present for his nephew');
  stored = { ...stored, text: 'A present for his niece', author: 'Bo', version: 1 };
  await act(() => queries.invalidateQueries());
  expect(await screen.findByText(/A present for his niece \(Bo\)/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A present for his nephew');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Somebody changed this meanwhile')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A present for his nephew')).toBeTruthy();
  expect(sent.map((one) => one.version)).toEqual([0, 1]);
});

it('throws away nothing that was typed when Esc is pressed', async () => {
  renderPage(<Stories customer="c1" />, { user: { ...anAgent, permissions: ['customers.view', 'customers.change'] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Change: A present' }));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Change: A present' }));
  await userEvent.type(screen.getByRole('textbox'), '!');
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A present!');
});

it('shows older stories when asked for', async () => {
  older = [{ ...stored, id: 's2', text: 'Older by far' }];
  renderPage(<Stories customer="c1" />, { user: { ...anAgent, permissions: ['customers.view'] } });
  await screen.findByText('A present');
  expect(screen.queryByText('Older by far')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Older by far')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
