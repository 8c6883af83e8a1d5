import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anAgent, renderPage } from '@app/test/render';
import { Promising } from './Promising';

const user = { ...anAgent, brands: [{ id: 'b1', key: 'lindenhof', name: 'Lindenhof', zone: 'Europe/Amsterdam' }] as typeof anAgent.brands };
let given: { act: string; words: string; due: string }[] = [];

beforeEach(() => {
  given = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') given.push(await request.json() as (typeof given)[number]);
    return Response.json({ id: 'p1' });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function own() {
  renderPage(<Promising conversation="c1" brand="b1" language="en" onPromised={vi.fn()} onTakenBack={vi.fn()} />, { user });
  await userEvent.click(screen.getByRole('button', { name: 'Promise the customer something' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Something else …', hidden: true }));
}

it('asks for the words of a promise that it has no sentence for', async () => {
  await own();
  await userEvent.click(screen.getByRole('combobox', { name: 'What', hidden: true }));
  await userEvent.click(await screen.findByRole('option', { name: 'Something else', hidden: true }));
  await userEvent.click(screen.getByRole('button', { name: 'Promise', hidden: true }));
  expect(await screen.findByText('Fill this in')).toBeTruthy();
  expect(given).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /In your own words/, hidden: true }), 'I keep one aside for you.');
  await userEvent.click(screen.getByRole('button', { name: 'Promise', hidden: true }));
  await vi.waitFor(() => expect(given).toMatchObject([{ act: 'OTHER', words: 'I keep one aside for you.' }]));
});

it('says what the customer is told where the clock of his brand says something else', async () => {
  vi.stubEnv('TZ', 'America/Paramaribo');
  await own();
  expect(screen.getByText(/^For the customer .*12:00 in Amsterdam$/)).toBeTruthy();
});
