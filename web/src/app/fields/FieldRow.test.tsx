import { act, cleanup, screen } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderPage } from '../test/render';
import type { Change, Field } from './api';
import { FieldsOfCase } from './FieldsOf';

const field = { id: 'f1', kind: 'CASE', key: 'weight', type: 'DECIMAL', nameNl: 'Gewicht', nameEn: 'Weight', helpNl: '', helpEn: '', unit: 'kg', choices: [], required: 'NEVER', reasons: [], results: [], shown: { by: 'ALL', reasons: [], results: [], types: [] }, archived: false, version: 0 } as Field;
let stored: string[] = [];
let sent: Change[] = [];
let mayChange = true;

beforeEach(() => {
  stored = ['1.5'];
  sent = [];
  mayChange = true;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'PUT') return Response.json({ fields: [{ field, value: stored }], mayChange });
    const wanted = await request.json() as Change;
    sent.push(wanted);
    const problem = (status: number, body: object) => Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
    if (wanted.value[0] === 'much') return problem(422, { code: 'request/invalid', errors: { value: 'A number such as 12.50' } });
    if (wanted.before[0] !== stored[0]) return problem(409, { code: 'fields/filled-in', title: 'A colleague filled this in meanwhile' });
    stored = wanted.value;
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (queries?: QueryClient) => renderPage(<FieldsOfCase id="c1" frame={(content) => content} />, { queries });
const weight = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Weight' });

it('keeps a field as soon as one leaves it, and says at the field what is wrong', async () => {
  show();
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), '2,5');
  await userEvent.tab();
  expect(sent).toEqual([{ value: ['2.5'], before: ['1.5'] }]);
  await vi.waitFor(async () => expect((await weight()).value).toBe('2.5'));
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), 'much{Enter}');
  expect(await screen.findByText('A number such as 12.50')).toBeTruthy();
  expect((await weight()).value).toBe('much');
});

it('keeps no number that can be read in two ways before it is clear', async () => {
  show();
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), '1,250');
  await userEvent.tab();
  expect(await screen.findByText('Can be read in two ways: write 1250 or 1.25')).toBeTruthy();
  expect((await weight()).value).toBe('1,250');
  expect(sent).toEqual([]);
  await userEvent.type(await weight(), '{Backspace}{Enter}');
  expect(sent).toEqual([{ value: ['1.25'], before: ['1.5'] }]);
  expect(screen.queryByText(/two ways/)).toBeNull();
});

it('writes over what a colleague filled in only when one says so', async () => {
  const { queries } = show();
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), '3');
  stored = ['9'];
  await act(() => queries.invalidateQueries());
  expect(await screen.findByText('A colleague filled in meanwhile: 9 kg')).toBeTruthy();
  await userEvent.tab();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Put mine instead' }));
  await vi.waitFor(() => expect(stored).toEqual(['3']));
  expect(sent).toEqual([{ value: ['3'], before: ['9'] }]);
  expect(screen.queryByText(/A colleague/)).toBeNull();
});

it('hears of a colleague from the server when the news did not come through', async () => {
  show();
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), '3');
  stored = ['9'];
  await userEvent.tab();
  expect(await screen.findByText('A colleague filled in meanwhile: 9 kg')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Leave it so' }));
  expect((await weight()).value).toBe('9');
});

it('is words for who may not change it', async () => {
  mayChange = false;
  show();
  expect(await screen.findByText('1.5 kg')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('has what was typed and not kept again when it was hidden for a while', async () => {
  const { queries, unmount } = show();
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), 'much{Enter}');
  await screen.findByText('A number such as 12.50');
  unmount();
  const again = show(queries);
  expect((await weight()).value).toBe('much');
  await userEvent.clear(await weight());
  await userEvent.type(await weight(), '4{Enter}');
  await vi.waitFor(() => expect(stored).toEqual(['4']));
  again.unmount();
  show(queries);
  expect((await weight()).value).toBe('4');
});
