import { anAgent, renderPage } from '@app/test/render';
import { notifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import CustomerPage from '../CustomerPage';

const reader = { ...anAgent, permissions: ['customers.view', 'customers.change'], brands: [{ id: 'b1', key: 'b', name: 'Lindenhof' }] };
const eva = { id: 'u1', brand: 'b1', kind: 'person', name: 'Eva Maas', language: 'nl', surveysDeclined: false, createdAt: '2026-01-01T00:00:00Z' };
const side = (id: string, name: string, language: string, proven: boolean) => ({
  id, name, language, surveysDeclined: false, createdAt: '2026-01-01T00:00:00Z', orders: 1, stories: 0,
  identities: [{ id: `i${id}`, kind: 'EMAIL', value: `${id}@home.example`, proven, proposed: false }],
});
let sent: { method: string; path: string; body?: unknown }[] = [];

function server({ proven = true, merged = [] as unknown[], suggested = [] as unknown[] } = {}) {
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (request.method !== 'GET') {
      sent.push({ method: request.method, path, body: request.method === 'POST' ? await request.json() : undefined });
      return new Response(null, { status: 204 });
    }
    if (/merges\/u2$/.test(path)) return Response.json({ here: side('u1', 'Eva Maas', 'nl', true), other: side('u2', 'E. Maas', 'en', proven), unproven: !proven, already: false });
    if (path.endsWith('/merges')) return Response.json(merged);
    if (/\/(customer-groups|of|fields)$/.test(path)) return Response.json(path.includes('customers/') ? { fields: [], orders: [], mayChange: false } : []);
    if (path.endsWith('/same-person')) return Response.json(suggested);
    if (path === '/api/customers') return Response.json({ items: [{ ...eva, address: 'u1@home.example' }, { ...eva, id: 'u2', name: 'E. Maas', address: 'u2@home.example' }] });
    if (/customers\/u[12]$/.test(path)) return Response.json({ customer: eva, identities: [], orders: [] });
    return Response.json({ items: [], fields: [], orders: [], through: [] });
  });
}

const page = (user = reader, at = '/customers/u1') => renderPage(<Routes><Route path="customers/:id" element={<CustomerPage />} /></Routes>, { user, at });

afterEach(() => { notifications.clean(); vi.unstubAllGlobals(); });

it('finds the other, shows both, and makes them one with what was chosen', async () => {
  server();
  page();
  await userEvent.click(await screen.findByRole('button', { name: 'Same person as…' }));
  await userEvent.type(await screen.findByRole('searchbox', { name: /Name, address/ }), 'maas{Enter}');
  const dialog = screen.getByRole('dialog');
  expect(await within(dialog).findByRole('button', { name: /E. Maas/ })).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: /Eva Maas/ })).toBeNull();
  await userEvent.click(within(dialog).getByRole('button', { name: /E. Maas/ }));
  await userEvent.click(await within(dialog).findByRole('radio', { name: 'E. Maas' }));
  expect(within(dialog).queryByText('An address is not proven')).toBeNull();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Make them one' }));
  expect(await screen.findByText('E. Maas is the same person now')).toBeTruthy();
  expect(sent).toEqual([{ method: 'POST', path: '/api/customers/u1/merges/u2', body: { take: ['NAME'], unproven: false } }]);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(sent.at(-1)).toEqual({ method: 'DELETE', path: '/api/customers/u1/merges/u2', body: undefined });
});

it('asks first whether somebody knows it where an address is not proven', async () => {
  server({ proven: false, suggested: [{ id: 'u2', name: 'E. Maas', address: 'u2@home.example', why: 'ALIKE_ADDRESS', what: 'u2@home.example' }] });
  page();
  expect(await screen.findByText('Almost the same address: u2@home.example')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Look at both' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Make them one' }));
  expect(await screen.findByText('Say so first, or do not merge them')).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: /I know that both/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Make them one' }));
  expect(sent).toEqual([{ method: 'POST', path: '/api/customers/u1/merges/u2', body: { take: [], unproven: true } }]);
});

it('says with whom he is one, and takes them apart', async () => {
  server({ merged: [{ id: 'u2', name: 'E. Maas', addresses: ['u2@home.example'], at: '2026-12-03T10:00:00Z', by: 'Carla', took: ['NAME'] }] });
  page(reader, '/customers/u2');
  await userEvent.click(await screen.findByRole('button', { name: 'Take E. Maas apart' }));
  expect(sent).toEqual([{ method: 'DELETE', path: '/api/customers/u1/merges/u2', body: undefined }]);
  // back with what was taken over
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(sent.at(-1)).toEqual({ method: 'POST', path: '/api/customers/u1/merges/u2', body: { take: ['NAME'], unproven: true } });
});

it.each([['of a partner', { ...reader, partnerId: 'p1' }], ['who changes nothing', { ...reader, permissions: ['customers.view'] }]])('is not offered to somebody %s', async (_, user) => {
  server({ merged: [{ id: 'u2', name: 'E. Maas', addresses: [], at: '2026-12-03T10:00:00Z', by: 'Carla', took: [] }] });
  page(user);
  expect(await screen.findByText('One person with')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Same person as…' })).toBeNull();
  expect(screen.queryByRole('button', { name: /apart/ })).toBeNull();
});
