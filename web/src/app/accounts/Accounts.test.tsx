import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anAgent, renderPage } from '../test/render';
import { AccountBlock } from './AccountBlock';
import { ForWhom } from './ForWhom';
import { PickCustomer } from './PickCustomer';

const user = { ...anAgent, permissions: ['customers.view', 'customers.change', 'contacts.handle'] };
let account: unknown;
let sent: { url: string; body: unknown }[];

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json(request.url.includes('/account') ? account : { items: [] });
    sent.push({ url: new URL(request.url).pathname, body: await request.json() });
    return new Response(null, { status: 204 });
  });
});
afterEach(() => { vi.unstubAllGlobals(); });

it('says nothing of a customer who has to do with no account', async () => {
  account = { through: [] };
  renderPage(<><AccountBlock customer="c1" frame={(content) => <div data-testid="block">{content}</div>} /><p>below</p></>, { user });
  await screen.findByText('below');
  expect(screen.queryByTestId('block')).toBeNull();
});

it('makes whoever writes from the domain of an account a member with one click', async () => {
  account = { suggested: { account: 'a1', name: 'Jansen', domain: 'jansen.example' }, through: [] };
  renderPage(<AccountBlock customer="c1" frame={(content) => content} />, { user });
  await userEvent.click(await screen.findByRole('button', { name: 'Make a member' }));
  expect(sent).toEqual([{ url: '/api/accounts/a1/members/c1', body: { role: '', main: false, version: 0 } }]);
});

it('brings somebody new by name, and says for whom it was until now', async () => {
  renderPage(<ForWhom caseId="k1" brand="b1" customer="c1" forWhom={{ id: 'c2', name: 'Els' }} changes />, { user });
  await userEvent.click(screen.getByRole('button', { name: 'Choose somebody else' }));
  await userEvent.click(await screen.findByText('New'));
  await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'M. de Boer');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([{ url: '/api/cases/k1/for', body: { newcomer: { name: 'M. de Boer', address: '' }, was: 'c2' } }]);
});

it('finds among the customers of the brand, and shows more of them when asked', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    asked.push(url.search);
    const more = url.searchParams.has('cursor');
    return Response.json({ items: [{ id: more ? 'c9' : 'c8', brand: 'b1', name: more ? 'Els Bakker' : 'Els Vos' }], next: more ? undefined : 'n' });
  });
  renderPage(<PickCustomer label="Whom" brand="b1" onChoose={() => {}} />, { user });
  await userEvent.type(screen.getByRole('searchbox'), 'els');
  expect(await screen.findByRole('radio', { name: 'Els Vos' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('radio', { name: 'Els Bakker' })).toBeTruthy();
  expect(asked.at(-1)).toBe('?brand=b1&text=els&limit=25&cursor=n');
});

it('asks people of a partner for the name of somebody new alone', async () => {
  renderPage(<ForWhom caseId="k1" brand="b1" customer="c1" changes />, { user: { ...user, partnerId: 'p1' } });
  await userEvent.click(screen.getByRole('button', { name: 'Say for whom this is' }));
  await userEvent.click(await screen.findByText('New'));
  expect(screen.getByRole('textbox', { name: /Name/ })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: /address/i })).toBeNull();
});

it('is only to be read by who may not change it', () => {
  renderPage(<ForWhom caseId="k1" brand="b1" forWhom={{ id: 'c2', name: 'Els' }} changes={false} />, { user });
  expect(screen.getByRole('link', { name: 'Els' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Choose somebody else' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'It is for the customer himself' })).toBeNull();
});
