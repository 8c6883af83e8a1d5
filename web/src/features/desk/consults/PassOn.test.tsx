import { renderPage } from '@app/test/render';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Consult } from './api';
import { Turns } from './Turns';

const consult = {
  id: 'q1', departmentEn: 'Finance', question: 'Is it gone?', sharesConversation: true, answersCustomer: false, state: 'open', dueAt: '2026-11-23T14:00:00Z',
  agreement: { agreed: 'usual', usualDueAt: '2026-11-23T14:00:00Z' }, files: [], steps: [],
} as unknown as Consult;
const department = (id: string, nameEn: string, mail?: string) => ({ id, nameNl: nameEn, nameEn, dueNow: '2026-11-23T16:00:00Z', mail, canBeGiven: true });

let sent: unknown[] = [];
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') {
      sent.push(await request.json());
      return new Response(null, { status: 204 });
    }
    return new Response(JSON.stringify([department('l', 'Logistics'), department('a', 'Accounting', 'accounts@outside.example')]), { headers: { 'Content-Type': 'application/json' } });
  });
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

async function passes(to: string, one: Consult = consult) {
  const person = userEvent.setup();
  renderPage(<Turns consult={one} />);
  await person.click(screen.getByRole('button', { name: 'Pass on' }));
  await person.click(await screen.findByRole('combobox', { name: 'To which department' }));
  await person.click(await screen.findByRole('option', { name: to, hidden: true }));
  await person.type(screen.getByRole('textbox', { name: /Why it is for them/ }), 'Theirs');
  return person;
}
const send = (person: Awaited<ReturnType<typeof passes>>) => person.click(screen.getByRole('button', { name: 'Pass on' }));

it('takes the conversation along to a department that works here, unless one says not', async () => {
  const person = await passes('Logistics');
  const along = screen.getByRole('switch', { name: /Let them read the conversation/ });
  expect(along).toHaveProperty('checked', true);
  await person.click(along);
  await send(person);
  expect(sent).toMatchObject([{ department: 'l', sharesConversation: false }]);
});

it('sends the conversation by mail only when one says so', async () => {
  const person = await passes('Accounting');
  expect(screen.getByText('Also goes by mail to accounts@outside.example.')).toBeTruthy();
  expect(screen.getByRole('switch')).toHaveProperty('checked', false);
  await send(person);
  expect(sent).toMatchObject([{ department: 'a', sharesConversation: false }]);
});

it('offers nothing to take along where only the question was asked', async () => {
  const person = await passes('Logistics', { ...consult, sharesConversation: false });
  expect(screen.queryByRole('switch')).toBeNull();
  await send(person);
  expect(sent).toEqual([expect.not.objectContaining({ sharesConversation: expect.anything() as unknown })]);
});
