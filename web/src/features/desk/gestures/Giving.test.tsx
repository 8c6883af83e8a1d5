import { notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anAgent, renderPage } from '@app/test/render';
import { leaving } from '../promises/undo';
import { Giving } from './Giving';

const choice = (id: string, nameEn: string, amountMinor: number, free: boolean) => ({
  id, kind: 'VOUCHER', nameNl: nameEn, nameEn, amountMinor, currency: 'EUR', free, toldNl: '', toldEn: '', archived: false,
});
const atHand = {
  currency: 'EUR', choices: [choice('v', 'Voucher', 10_000, true), choice('f', 'Flowers', 2_250, false)], here: [],
  month: { brand: 'b', team: 't', teamName: 'Team Merel', currency: 'EUR', budgetMinor: 20_000, usedMinor: 6_000, leftMinor: 14_000, n: 4 },
};
let sent: { clientKey: string; promised: boolean; amountMinor?: number }[] = [];
let fails = 0;
let mandate = 2_500;

beforeEach(() => {
  sent = [];
  fails = 0;
  mandate = 2_500;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'POST') return Response.json({ ...atHand, mandateMinor: mandate });
    const wanted = await request.json() as (typeof sent)[number];
    sent.push(wanted);
    if (fails-- > 0) return Response.json({ code: 'system/unexpected', title: 'Lost', status: 500 }, { status: 500, headers: { 'Content-Type': 'application/problem+json' } });
    return Response.json({ id: 'g', state: (wanted.amountMinor ?? 2_250) > 2_500 && !wanted.promised ? 'ASKED' : 'GIVEN', words: 'Words for the customer' }, { status: 201 });
  });
});
afterEach(() => { notifications.clean(); vi.unstubAllGlobals(); });

const given = vi.fn();
/** In the window that opens; without a layout the browser of the test takes it for hidden. */
const inWindow = { hidden: true } as const;

async function open(name: RegExp) {
  given.mockClear();
  renderPage(<Giving conversation="c" onGiven={given} onTakenBack={() => {}} />, { user: { ...anAgent, permissions: ['contacts.handle'] } });
  await userEvent.click(screen.getByRole('button', { name: 'Give the customer something' }));
  await userEvent.click(await screen.findByRole('button', { name, ...inWindow }));
}

async function write(field: RegExp, words: string) {
  await userEvent.click(screen.getByRole('textbox', { name: field, ...inWindow }));
  await userEvent.paste(words);
}

it('within the mandate it is given, and its words are put into the answer', async () => {
  await open(/^Flowers/);
  expect(screen.getByText(/€22\.50 of your mandate of €25\.00\. Team Merel has €140\.00 left this month\./)).toBeTruthy();
  await write(/Why/, 'Called twice');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(given).toHaveBeenCalledWith('Words for the customer'));
});

it('above the mandate it is asked, and given at once when the customer was told', async () => {
  await open(/^Voucher/);
  await write(/Amount/, '60');
  await write(/Why/, 'Kitchen floor');
  expect(screen.getByRole('button', { name: 'Ask special care', ...inWindow })).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Already promised to the customer', ...inWindow }));
  await userEvent.click(screen.getByRole('button', { name: 'Give', ...inWindow }));
  await vi.waitFor(() => expect(given).toHaveBeenCalled());
  expect(sent).toMatchObject([{ amountMinor: 6_000, promised: true }]);
});

it('above what it may cost it is given only when the customer was told', async () => {
  await open(/^Voucher/);
  expect(screen.getByText('up to €100.00')).toBeTruthy();
  await write(/Amount/, '180');
  await write(/Why/, 'Kitchen floor');
  expect(screen.getByText(/^More than this may cost\. That is only possible if you promised it/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Give', ...inWindow }));
  expect(screen.getByText('This may cost €100.00 at most')).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Already promised to the customer', ...inWindow }));
  expect(screen.queryByText('This may cost €100.00 at most')).toBeNull();
  expect(screen.getByText('up to €100.00; what you promised above it is honoured too, and seen')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Give', ...inWindow }));
  await vi.waitFor(() => expect(given).toHaveBeenCalled());
  expect(sent).toMatchObject([{ amountMinor: 18_000, promised: true }]);
});

it('within a wide mandate it is not given above what it may cost either', async () => {
  mandate = 50_000;
  await open(/^Voucher/);
  await write(/Amount/, '180');
  await write(/Why/, 'Kitchen floor');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Already promised to the customer', ...inWindow }));
  expect(screen.getByText(/^It is given at once\. It shows afterwards that it is more than this may cost/)).toBeTruthy();
});

it('what is only asked puts no words into the answer', async () => {
  await open(/^Voucher/);
  expect(screen.queryByRole('button', { name: /^Flowers/, ...inWindow })).toBeNull();
  await write(/Amount/, '60');
  await write(/Why/, 'Kitchen floor');
  await userEvent.click(screen.getByRole('button', { name: 'Ask special care', ...inWindow }));
  await screen.findByText('Asked. You hear at once what is decided.');
  expect(sent).toMatchObject([{ amountMinor: 6_000, promised: false }]);
  expect(given).not.toHaveBeenCalled();
});

it('asking again after a lost answer stays one gesture', async () => {
  fails = 1;
  await open(/^Flowers/);
  await write(/Why/, 'Called twice');
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Lost');
  await userEvent.click(screen.getByRole('button', { name: 'Give', ...inWindow }));
  await vi.waitFor(() => expect(given).toHaveBeenCalled());
  expect(sent).toHaveLength(2);
  expect(sent[0]!.clientKey).toBe(sent[1]!.clientKey);
});

it('is undone only until the customer has the words', async () => {
  await open(/^Flowers/);
  await write(/Why/, 'Called twice');
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Undo' });
  leaving('c', 'Hello. Words for the customer', true);
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});
