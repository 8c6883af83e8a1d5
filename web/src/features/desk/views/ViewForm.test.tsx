import { anAgent, renderPage } from '@app/test/render';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionUser } from '@app/session';
import type { Conditions } from './api';
import { empty, valuesOf } from './values';
import { ViewForm } from './ViewForm';

const brands = [{ id: 'b1', key: 'one', name: 'Lindenhof' }, { id: 'b2', key: 'two', name: 'Brightnest' }];
const leader: SessionUser = { ...anAgent, permissions: ['contacts.view', 'contacts.assign'], brands, teams: [{ id: 't1', name: 'Kantoor' }] };
let tried: Partial<Conditions>[] = [];

beforeEach(() => {
  tried = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/desk/queues') return Response.json([{ id: 'q1', brand: 'b1', name: 'Vragen' }, { id: 'q2', brand: 'b2', name: 'Questions' }]);
    if (pathname !== '/api/desk/views/tried') return Response.json({ subStates: [], version: 0 });
    tried.push(await request.json() as Conditions);
    return Response.json({ count: 12, first: [] });
  });
});
afterEach(() => vi.unstubAllGlobals());

it('shows how much stands in it while one puts it together, and keeps only what is asked', async () => {
  const onSave = vi.fn().mockResolvedValue(() => {});
  renderPage(<ViewForm values={empty} onSave={onSave} />, { user: leader });
  expect(await screen.findByText('12 conversations')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Late lamps' } });
  fireEvent.change(screen.getByLabelText('Word in the subject or the name'), { target: { value: ' lamp ' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Not read yet' }));
  await waitFor(() => expect(tried.at(-1)).toMatchObject({ words: 'lamp', unread: true, undelivered: false, brands: [] }));
  expect(tried.at(-1)).not.toHaveProperty('turn');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ name: 'Late lamps', team: '', words: ' lamp ' })));
});

it('is for a team only where one gives out its work', async () => {
  renderPage(<ViewForm values={empty} onSave={vi.fn()} />, { user: { ...leader, permissions: ['contacts.view'] } });
  await screen.findByText('12 conversations');
  expect(screen.queryByRole('combobox', { name: 'For whom' })).toBeNull();
});

it('says at the conditions that something is to be chosen, in the words of the server', async () => {
  const { Problem } = await import('@app/api/problem');
  renderPage(<ViewForm values={{ ...empty, name: 'All' }} onSave={() => Promise.reject(new Problem(422, { code: 'request/invalid', errors: { conditions: 'Choose at least one thing' } }))} />, { user: leader });
  await screen.findByText('12 conversations');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Choose at least one thing');
});

it('shows that something it asks for is not there any more, and offers the queues of the chosen brands', async () => {
  const conditions = { whose: [], brands: ['b2'], queues: ['gone'], media: [], priorities: [], subStates: [], groups: [], unread: false, undelivered: false, dueWithinHours: 6 } as Conditions;
  renderPage(<ViewForm values={valuesOf({ name: 'x', conditions })} onSave={vi.fn()} />, { user: leader });
  expect(await screen.findByText('Not there any more')).toBeTruthy();
  const due = screen.getByRole<HTMLInputElement>('combobox', { name: 'Promised' });
  expect(due.value).toBe('Within 6 hours, or late');
  fireEvent.click(screen.getByRole('combobox', { name: 'Queue' }));
  expect(await screen.findByRole('option', { name: 'Questions', hidden: true })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /Vragen/, hidden: true })).toBeNull();
});
