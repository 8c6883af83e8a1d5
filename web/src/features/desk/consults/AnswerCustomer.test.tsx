import { anAgent, renderPage } from '@app/test/render';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import AskedPage from './AskedPage';
import { consultKeys, type Consult } from './api';

const consult = {
  id: 'q1', caseNumber: 7, caseSubject: 'Pakje', departmentNl: 'Logistiek', departmentEn: 'Logistics', question: 'Help haar', sharesConversation: true, answersCustomer: true, answeredCustomer: false,
  state: 'open', askedAt: '2026-11-23T10:00:00Z', askedByName: 'Noor', dueAt: '2026-11-23T14:00:00Z', late: false, files: [], agreement: { agreed: 'usual', usualDueAt: '2026-11-23T14:00:00Z' }, steps: [],
} as unknown as Consult;
const line = (seq: number, text: string) => ({ seq, customer: true, author: 'Marieke', at: '2026-11-23T10:00:00Z', text, files: [] as { id: string; name: string; type: string; size: number; inline: boolean; program: boolean }[] });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** What stands at the server. */
let open: Consult[] = [];
let lines = [line(1, 'Waar is het?')];
let sent: unknown[] = [];
let answer: () => Response;

beforeEach(() => {
  open = [consult];
  lines = [line(1, 'Waar is het?')];
  sent = [];
  answer = () => { open = []; return json({ caseState: 'WAITING_FOR_CUSTOMER' }); };
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/customer-answer')) {
      sent.push(await request.json());
      return answer();
    }
    if (pathname.endsWith('/conversation')) return json(lines);
    if (pathname.endsWith('/counts')) return json({ open: open.length, late: 0 });
    return json({ items: open });
  });
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

async function writes(words: string) {
  const person = userEvent.setup();
  const { queries } = renderPage(<AskedPage />, { user: { ...anAgent, permissions: ['consults.answer'] } });
  await person.click(await screen.findByRole('button', { name: 'Answer the customer' }));
  await screen.findByText('Waar is het?');
  await person.type(screen.getByRole('textbox', { name: 'Your answer to the customer' }), words);
  return { person, queries };
}

it('sends what was written, with the last message that stood above it', async () => {
  const { person } = await writes('Morgen');
  await person.click(screen.getByRole('button', { name: 'Send to the customer' }));
  await screen.findByText('Nothing is asked of you');
  expect(sent).toMatchObject([{ text: 'Morgen', seenSeq: 1, solved: false }]);
});

it('keeps the words on the page when the case is taken back meanwhile, and sends nothing', async () => {
  const { person, queries } = await writes('Morgen');
  open = [];
  await queries.invalidateQueries({ queryKey: consultKeys.asked });
  expect(await screen.findByText('This is not yours to answer any more')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Your answer to the customer' })).toHaveProperty('value', 'Morgen');
  expect(screen.queryByRole('button', { name: 'Send to the customer' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Discard my words' }));
  await screen.findByText('Nothing is asked of you');
  expect(sent).toEqual([]);
});

it('lets the writer read first what the customer wrote meanwhile', async () => {
  const { person, queries } = await writes('Morgen');
  lines = [...lines, line(2, 'Laat maar')];
  await queries.invalidateQueries({ queryKey: consultKeys.all });
  await screen.findByText('Marieke wrote while you were writing');
  await person.click(screen.getByRole('button', { name: 'I have read it' }));
  await person.click(screen.getByRole('button', { name: 'Send to the customer' }));
  await screen.findByText('Nothing is asked of you');
  expect(sent).toMatchObject([{ seenSeq: 2 }]);
});

it('shows what was sent along, from where a department may read it', async () => {
  lines = [{ ...line(1, 'Waar is het?'), files: [{ id: 'f1', name: 'schade.jpg', type: 'image/jpeg', size: 3, inline: false, program: false }] }];
  await writes('Ik kijk');
  expect(screen.getByRole('img', { name: 'schade.jpg' }).getAttribute('src')).toBe('/api/consults/q1/files/f1');
});

it('lets nobody leave with words that were not sent without asking', async () => {
  const leaves = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const { person } = await writes('Ik kijk');
  expect(leaves()).toBe(true);
  await person.clear(screen.getByRole('textbox', { name: 'Your answer to the customer' }));
  expect(leaves()).toBe(false);
});
