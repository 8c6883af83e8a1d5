import { anAgent, renderPage } from '@app/test/render';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AskedItem } from './AskedItem';
import type { Consult } from './api';

const consult = {
  id: 'q1', caseNumber: 7, caseSubject: 'Pakje', departmentNl: 'Financiën', departmentEn: 'Finance', question: 'Hoe hoog is de nota?', sharesConversation: false, answersCustomer: false, answeredCustomer: false,
  state: 'open', askedAt: '2026-11-23T10:00:00Z', askedByName: 'Noor', dueAt: '2026-11-23T14:00:00Z', late: false, files: [], agreement: { agreed: 'usual', usualDueAt: '2026-11-23T14:00:00Z' }, steps: [],
} as unknown as Consult;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const agent = { user: { ...anAgent, permissions: ['consults.answer'] } };

let sent: unknown[] = [];
/** What the server says of each file, in turn. */
let uploads: (() => Response | Promise<Response>)[] = [];

beforeEach(() => {
  sent = [];
  uploads = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/uploads')) return uploads.shift()!();
    if (pathname.endsWith('/answer')) {
      sent.push(await request.json());
      return new Response(null, { status: 204 });
    }
    return json({ items: [] });
  });
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

const file = (name: string) => new File(['x'], name, { type: 'text/plain' });

async function chooses(...files: File[]) {
  const person = userEvent.setup();
  const { container } = renderPage(<AskedItem consult={consult} />, agent);
  await person.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Zie de nota');
  expect(screen.getByRole('button', { name: 'Add files' })).toBeTruthy();
  await person.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, files);
  return person;
}

it('sends files along with the answer, once the last is there', async () => {
  let arrives: (response: Response) => void = () => {};
  uploads = [() => json({ id: 'u1' }, 201), () => new Promise((resolve) => { arrives = resolve; })];
  const person = await chooses(file('nota.txt'), file('bon.txt'));
  await person.click(screen.getByRole('button', { name: 'Answer' }));
  expect(sent).toEqual([]);
  arrives(json({ id: 'u2' }, 201));
  await vi.waitFor(() => expect(sent).toEqual([{ answer: 'Zie de nota', uploads: ['u1', 'u2'] }]));
});

it('leaves out what was refused or taken away', async () => {
  uploads = [() => json({ code: 'request/invalid', status: 422, title: 'Something is not filled in well', errors: { file: 'This file is empty' } }, 422), () => json({ id: 'u2' }, 201)];
  const person = await chooses(file('leeg.bin'), file('bon.txt'));
  await screen.findByText('This file is empty');
  await person.click(screen.getByRole('button', { name: 'Remove bon.txt' }));
  await person.click(screen.getByRole('button', { name: 'Answer' }));
  await vi.waitFor(() => expect(sent).toEqual([{ answer: 'Zie de nota', uploads: [] }]));
});

it('shows what went along with an answer, from where its department may read it', () => {
  renderPage(<AskedItem consult={{ ...consult, state: 'answered', settledAt: '2026-11-23T12:00:00Z', answer: 'Zie de nota', files: [{ id: 'f1', name: 'nota.pdf', type: 'application/pdf', size: 3, inline: false, program: false }] }} />, agent);
  expect(screen.getByRole('link', { name: /nota.pdf/ }).getAttribute('href')).toBe('/api/consults/q1/files/f1');
});
