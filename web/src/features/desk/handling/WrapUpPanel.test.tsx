import { renderPage } from '@app/test/render';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api';
import type { Choices, Contact, Message, LikelyReason, OpenConversation } from '../types';
import { WrapUpPanel } from './WrapUpPanel';

const message = (seq: number, text: string) => ({ id: `m${seq}`, seq, text, direction: 'in', authorName: 'Marieke', at: '2026-11-23T10:00:00Z', automatic: false, attachments: [] }) as unknown as Message;
const contact = { id: 'k1', brand: 'b1', reason: 'r1', result: 'SOLVED', state: 'assigned' } as unknown as Contact;
const opened = (messages: Message[]) => ({ conversation: { id: 'c1', lastSeq: messages.at(-1)!.seq }, contact, messages, promises: [], consults: [], caseView: { notEnded: 1 } }) as unknown as OpenConversation;

/** What was asked of the server, and what it answers to a wrap-up. */
let wrapUps: unknown[] = [];
let answer: () => Response;
let choices: Choices;
let registered: unknown[] = [];
let likely: LikelyReason[] = [];
let asked: unknown[] = [];
const done = () => new Response(null, { status: 204 });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  wrapUps = [];
  registered = [];
  likely = [];
  asked = [];
  choices = { reasons: [], departments: [], processes: [] };
  answer = done;
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/wrap-up')) {
      wrapUps.push(await request.json());
      return answer();
    }
    if (url.pathname.endsWith('/asked-fields')) return json(asked);
    if (url.pathname.endsWith('/reasons')) return json(likely);
    if (url.pathname.endsWith('/registration')) {
      registered.push(await request.json());
      return done();
    }
    if (url.pathname.endsWith('/messages')) return json({ items: [message(2, 'And the light blinks')] });
    return json({ ...choices, queues: [], colleagues: [] });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(messages: Message[]) {
  const onClose = vi.fn();
  const open = opened(messages);
  const { queries } = renderPage(<WrapUpPanel open={open} contact={contact} seenSeq={1} solveFirst={false} column={false} onClose={onClose} />);
  queries.setQueryData(keys.conversation('c1'), open);
  return { onClose, queries };
}

describe('keeping open longer than was promised', () => {
  const kept = async (promises: object[], days: RegExp) => {
    const open = { ...opened([message(1, 'Where is it?')]), promises } as unknown as OpenConversation;
    renderPage(<WrapUpPanel open={open} contact={contact} seenSeq={1} solveFirst={false} column={false} onClose={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Keep the case open' }));
    await userEvent.click(screen.getByRole('button', { name: days }));
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('is said before it is saved, of what is due first and still to be kept', async () => {
    await kept([
      { id: 'p1', kind: 'answer', dueAt: inDays(0.01), settledAt: inDays(-1), state: 'kept' },
      { id: 'p2', kind: 'solution', dueAt: inDays(0.02), state: 'open', byRule: { pausedAt: inDays(-1) }, moves: [] },
      { id: 'p3', kind: 'answer', dueAt: inDays(5), state: 'open', byRule: {}, moves: [] },
      { id: 'p4', kind: 'answer', dueAt: inDays(9), state: 'open', byRule: {}, moves: [] },
    ], /week/);
    expect(screen.getByRole('alert').textContent).toMatch(/^Promised before \w{3} \d\d:\d\d.*comes back for the promise first/);
    expect(wrapUps).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /^In 3 days/ }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is said of what is late already, which brings nothing back', async () => {
    await kept([{ id: 'p1', kind: 'answer', dueAt: inDays(-1), state: 'late', byRule: {}, moves: [] }], /^Tomorrow/);
    expect(screen.getByRole('alert').textContent).toMatch(/that is late.*any sooner than the moment you choose/);
  });

  it('is not said when nothing is promised', async () => {
    await kept([], /week/);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('wrapping up', () => {
  it('says how far one had read', async () => {
    const { onClose } = show([message(1, 'Where is my parcel?')]);
    await userEvent.click(screen.getByRole('button', { name: 'Solved' }));
    expect(wrapUps).toEqual([{ caseState: 'SOLVED', seenSeq: 1, registration: { reason: 'r1', result: 'SOLVED' } }]);
    expect(onClose).toHaveBeenCalled();
  });

  it('shows what is still to be filled in, and at its field what a wrap-up was refused for', async () => {
    const field = { id: 'f1', kind: 'CASE', key: 'serial', type: 'ONE_LINE', nameNl: 'Serienummer', nameEn: 'Serial number', helpNl: '', helpEn: '', choices: [], required: 'ALWAYS', reasons: [], results: [], shown: { by: 'ALL', reasons: [], results: [], types: [] }, archived: false, version: 0 };
    const known = { field: { ...field, id: 'f2', nameEn: 'Known already' }, value: ['x'] };
    const ofReason = { field: { ...field, id: 'f3', nameEn: 'How it comes back', required: 'NEVER' }, value: ['By post'] };
    asked = [{ owner: 'case1', filled: { field, value: [] }, must: true }, { owner: 'case1', filled: known, must: true }, { owner: 'case1', filled: ofReason, must: false }];
    answer = () => json({ code: 'contacts/fields-empty', title: 'Something is still to be filled in', detail: 'Serial number', errors: { 'fields.case1.f1': 'Fill this in' } }, 422);
    const { onClose } = show([message(1, 'Where is my parcel?')]);
    const serial = await screen.findByRole('textbox', { name: 'Serial number' });
    expect(screen.queryByRole('textbox', { name: 'Known already' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'How it comes back' }).value).toBe('By post');
    await userEvent.click(screen.getByRole('button', { name: 'Solved' }));
    expect(await screen.findByText('Fill this in')).toBeTruthy();
    expect(serial.getAttribute('aria-invalid')).toBe('true');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('suggests why the customer came, with the ground for it, and registers it at one key', async () => {
    choices = { ...choices, reasons: [{ id: 'top', nameNl: 'Bezorging', nameEn: 'Delivery' }, { id: 'r9', parent: 'top', nameNl: 'Te laat', nameEn: 'Late' }] };
    likely = [{ reason: 'r9', confidence: 0.8, alike: 14 }, { reason: 'gone', confidence: 0.2, alike: 3 }];
    show([message(1, 'Where is my parcel?')]);
    const suggestion = await screen.findByRole('button', { name: 'Late like 14 earlier contacts' });
    expect(screen.getAllByRole('button', { name: /earlier contact/ })).toHaveLength(1);
    suggestion.focus();
    await userEvent.keyboard('{Enter}');
    expect(registered).toEqual([{ reason: 'r9' }]);
  });

  it('asks for a process of the department that is the cause, and gives the two together', async () => {
    choices = {
      reasons: [],
      departments: [{ id: 'd1', nameNl: 'Logistiek', nameEn: 'Logistics' }],
      processes: [{ id: 'p1', department: 'd1', nameNl: 'Inpakken', nameEn: 'Packing' }, { id: 'p2', department: 'd2', nameNl: 'Betalen', nameEn: 'Paying' }],
    };
    const open = opened([message(1, 'Where is my parcel?')]);
    renderPage(<WrapUpPanel open={open} contact={{ ...contact, cause: 'd1' }} seenSeq={1} solveFirst={false} column={false} onClose={vi.fn()} />);
    const process = await screen.findByRole('combobox', { name: 'In which of its processes?' });
    await userEvent.click(process);
    expect(screen.queryByRole('option', { name: 'Paying', hidden: true })).toBeNull();
    await userEvent.click(await screen.findByRole('option', { name: 'Packing', hidden: true }));
    expect(registered).toEqual([{ cause: 'd1', process: 'p1' }]);
  });

  it('shows what the customer wrote meanwhile, and closes all the same when one says so', async () => {
    answer = () => json({ code: 'contacts/customer-wrote-meanwhile', title: 'The customer wrote again', status: 409 }, 409);
    const { onClose } = show([message(1, 'Where is my parcel?'), message(2, 'And the light blinks')]);
    await userEvent.click(screen.getByRole('button', { name: 'Solved' }));
    const warning = await screen.findByRole('alert', { name: 'The customer wrote again' });
    expect(warning.textContent).toContain('And the light blinks');
    expect(warning.textContent).not.toContain('Where is my parcel?');
    expect(onClose).not.toHaveBeenCalled();
    answer = done;
    await userEvent.click(screen.getByRole('button', { name: 'Close all the same' }));
    expect(wrapUps.at(-1)).toMatchObject({ caseState: 'SOLVED', seenSeq: 2 });
    expect(onClose).toHaveBeenCalled();
  });

  it('keeps a case open until the moment one chooses, and says what is wrong with that moment', async () => {
    answer = () => json({ code: 'request/invalid', status: 422, errors: { comesBackAt: 'Choose a moment that is still to come' } }, 422);
    const { onClose } = show([message(1, 'Where is my parcel?')]);
    await userEvent.click(screen.getByRole('button', { name: 'Keep the case open' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tomorrow 9:00' }));
    await userEvent.click(screen.getByRole('button', { name: 'In 3 days' }));
    await userEvent.click(screen.getByRole('button', { name: /^Keep open until/ }));
    expect(await screen.findByText('Choose a moment that is still to come')).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    answer = done;
    await userEvent.click(screen.getByRole('button', { name: /^Keep open until/ }));
    const morning = new Date();
    morning.setDate(morning.getDate() + 3);
    morning.setHours(9, 0, 0, 0);
    expect(wrapUps.at(-1)).toMatchObject({ caseState: 'OPEN', comesBackAt: morning.toISOString() });
    expect(onClose).toHaveBeenCalled();
  });
});
