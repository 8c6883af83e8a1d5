import { anAgent, renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { BeginConversation } from './BeginConversation';
import CustomersPage from './CustomersPage';

const writer = { ...anAgent, permissions: ['contacts.handle', 'customers.view'], brands: [{ id: 'b1', key: 'b', name: 'Lindenhof' }] };

const answers = (asked: (body: unknown) => Response) => {
  vi.stubGlobal('fetch', async (request: Request) => (request.method === 'POST' ? asked(await request.json()) : Response.json({ items: [] })));
};

afterEach(() => { vi.unstubAllGlobals(); });

it('begins with the address that was looked for, and keeps what was typed when something is wrong', async () => {
  const sent: unknown[] = [];
  answers((body) => {
    sent.push(body);
    return Response.json({ code: 'request/invalid', title: 'Not right', errors: { subject: 'At most 200 characters' } }, { status: 400, headers: { 'Content-Type': 'application/problem+json' } });
  });
  renderPage(<CustomersPage />, { user: writer, at: '/customers?text=els@klant.example' });
  await userEvent.click(await screen.findByRole('button', { name: 'Write to somebody new' }));
  expect(await screen.findByRole('textbox', { name: /E-mail address/ })).toHaveProperty('value', 'els@klant.example');
  const subject = screen.getByRole('textbox', { name: /Subject/ });
  await userEvent.click(subject);
  await userEvent.paste('x'.repeat(500));
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('At most 200 characters')).toBeTruthy();
  expect(subject).toHaveProperty('value', 'x'.repeat(500));
  expect(sent).toEqual([expect.objectContaining({ brand: 'b1', address: 'els@klant.example', name: '', subject: 'x'.repeat(500) })]);
});

it.each([['of a partner', { ...writer, partnerId: 'p1' }], ['who handles nothing', { ...writer, permissions: ['customers.view'] }]])('is not offered to somebody %s', async (_, user) => {
  answers(() => new Response());
  renderPage(<CustomersPage />, { user });
  expect(await screen.findByText('No customers yet')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Write to somebody new' })).toBeNull();
});

it('says what is missing when no mail address is known, also when one was only proposed', async () => {
  const phone = { id: 'i1', kind: 'PHONE' as const, value: '+31', proven: false, proposed: false };
  renderPage(<BeginConversation customer="u1" identities={[phone, { ...phone, id: 'i2', kind: 'EMAIL', proposed: true }]} onClose={() => {}} />, { user: writer });
  expect(await screen.findByText(/We know no mail address of this customer/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Begin' })).toBeNull();
});
