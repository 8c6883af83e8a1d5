import { newQueryClient } from '@app/App';
import { renderPage } from '@app/test/render';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerUndo } from '../promises/undo';
import type { Draft, Message, OpenConversation } from '../types';
import type { Planned } from '../planned/api';
import { giveBack } from '../planned/giveBack';
import { Composer, type ComposerHandle } from './Composer';

const recipients = [{ address: 'jan@klant.example', part: 'TO' }, { address: 'dief@elders.example', part: 'ASIDE' }];
const open = { conversation: { lastSeq: 3, recipients }, messages: [], drafts: [], planned: [] } as unknown as OpenConversation;
interface Reply { text: string; uploads: string[]; clientKey: string; sendAt?: string }

/** What left, and what the network does with it. */
let replies: Reply[] = [];
let included: unknown[] = [];
let answering = true;
let uploaded = (_id: string) => {};

beforeEach(() => {
  replies = [];
  included = [];
  answering = true;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/fitting')) return Response.json([]);
    if (pathname.endsWith('/uploads')) return new Promise((resolve) => { uploaded = (id) => resolve(Response.json({ id })); });
    if (pathname.endsWith('/planned-replies')) {
      const { reply, sendAt } = await request.json() as { reply: Reply; sendAt?: string };
      replies.push({ ...reply, sendAt });
      if (!answering) throw new TypeError('no line');
      return Response.json({ sent: { seq: 4 } });
    }
    if (pathname.endsWith('/sending-moments')) return Response.json([{ kind: 'NEXT_MORNING', at: '2126-12-03T08:00:00Z' }]);
    if (pathname.endsWith('/conversations/c1')) return Response.json({ drafts });
    if (pathname.endsWith('/drafts/reply') && request.method === 'PUT') drafts = [{ kind: 'reply', ...await request.json() as Omit<Draft, 'kind'> }];
    if (pathname.endsWith('/recipients')) included.push(await request.json());
    return new Response(null, { status: 204 });
  });
  renderPage(<Screen />);
});

const composer = createRef<ComposerHandle>();
let threadShows = (_clientKey: string, _text?: string) => {};
const back = { text: 'Dear Bo', files: [{ id: 'f9', name: 'label.pdf', size: 7 }], seenSeq: 2 };
let drafts: Draft[] = [];
let isPlanned = (_clientKey: string) => {};

function Screen() {
  const [messages, setMessages] = useState<Message[]>([]);
  threadShows = (clientKey, text = '') => setMessages([{ seq: 4, direction: 'out', clientKey, text } as Message]);
  const [planned, setPlanned] = useState<OpenConversation['planned']>([]);
  isPlanned = (clientKey) => setPlanned([{ id: 'p1', clientKey, state: 'PLANNED' } as Planned]);
  return <Composer ref={composer} id="c1" open={{ ...open, messages, planned }} onTyping={() => {}} />;
}

afterEach(async () => {
  // what is kept when one leaves still goes to this network
  cleanup();
  await new Promise((kept) => setTimeout(kept));
  vi.unstubAllGlobals();
});

const area = () => screen.getByRole('textbox', { name: 'Write to the customer' });
const write = (text: string) => fireEvent.change(area(), { target: { value: text } });
const send = () => fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true });
const attach = (name: string) => fireEvent.drop(area(), { dataTransfer: { files: [new File(['x'], name)] } });
const arrived = (id: string) => act(async () => uploaded(id));

describe('an answer', () => {
  it('waits for a file that is on its way, and takes it along', async () => {
    write('Here is the label');
    attach('label.pdf');
    await screen.findByText('label.pdf');
    send();
    expect(replies).toEqual([]);
    await arrived('f1');
    await waitFor(() => expect(replies).toMatchObject([{ text: 'Here is the label', uploads: ['f1'] }]));
  });

  it('keeps its key when it is sent again after a lost answer, and gets another when it is not the same any more', async () => {
    answering = false;
    write('On its way');
    send();
    await screen.findByRole('alert');
    send();
    await waitFor(() => expect(replies).toHaveLength(2));
    expect(replies[1]!.clientKey).toBe(replies[0]!.clientKey);
    attach('label.pdf');
    await screen.findByText('label.pdf');
    await arrived('f1');
    answering = true;
    send();
    await waitFor(() => expect(replies).toHaveLength(3));
    expect(replies[2]!.uploads).toEqual(['f1']);
    expect(replies[2]!.clientKey).not.toBe(replies[0]!.clientKey);
    await waitFor(() => expect(area()).toHaveProperty('value', ''));
  });

  it('has been sent when the thread shows it, though its answer was lost; the same words are a new answer then', async () => {
    answering = false;
    write('Thank you');
    send();
    await screen.findByRole('alert');
    act(() => threadShows(replies[0]!.clientKey));
    await waitFor(() => expect(area()).toHaveProperty('value', ''));
    expect(screen.queryByRole('alert')).toBeNull();
    write('Thank you');
    send();
    await waitFor(() => expect(replies).toHaveLength(2));
    expect(replies[1]!.clientKey).not.toBe(replies[0]!.clientKey);
  });

  it('goes to whom one adds, pasted with names, and what is no address stays and is said', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Add an address to Bcc' }));
    const field = screen.getByRole('combobox', { name: 'Add an address to Bcc' });
    fireEvent.paste(field, { clipboardData: { getData: () => 'Els <els@a.example>, bo@b.example' } });
    expect(screen.getByRole('button', { name: 'Take els@a.example away' })).toBeTruthy();
    fireEvent.change(field, { target: { value: 'garage@derde' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByText(/garage@derde is not an e-mail address/)).toBeTruthy();
    expect(field).toHaveProperty('value', 'garage@derde');
    fireEvent.click(screen.getByRole('button', { name: 'Take bo@b.example away' }));
    write('On its way');
    send();
    await waitFor(() => expect(replies).toMatchObject([{ addressees: { customerOnly: false, to: [], cc: [], bcc: ['els@a.example'] } }]));
    await waitFor(() => expect(screen.queryByText('els@a.example')).toBeNull());
  });

  it('leaves no way to take back what it promises', async () => {
    const [sent, seen] = [vi.fn(), vi.fn()];
    offerUndo(newQueryClient(), 'c1', 'I call you on Tuesday.', () => sent);
    write('Dear Bo, I call you on Tuesday.');
    expect(sent).not.toHaveBeenCalled();
    send();
    await waitFor(() => expect(sent).toHaveBeenCalledOnce());
    offerUndo(newQueryClient(), 'c1', 'Your money is back on Friday.', () => seen);
    act(() => threadShows('another tab', 'Your money is back on Friday.'));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('shows who gets it, and asks before it goes to somebody whom an unproven sender named', async () => {
    const recipients = within(screen.getByRole('group', { name: 'Who gets the answer' }));
    expect(recipients.getByText('jan@klant.example', { exact: false })).toBeTruthy();
    fireEvent.click(recipients.getByRole('button', { name: 'Answer dief@elders.example as well' }));
    await waitFor(() => expect(included).toEqual([{ address: 'dief@elders.example', getsAnswers: true }]));
  });

  it('leaves at another moment when one chooses it', async () => {
    write('See you then');
    fireEvent.click(screen.getByRole('button', { name: 'Send later' }));
    fireEvent.click(await screen.findByText('The next morning you are open'));
    await waitFor(() => expect(replies).toMatchObject([{ text: 'See you then', sendAt: '2126-12-03T08:00:00Z' }]));
  });

  it('that is taken back comes before what one writes by then, with its files', async () => {
    write('P.S. thank you');
    await act(() => giveBack(newQueryClient(), 'c1', back));
    expect(area()).toHaveProperty('value', 'Dear Bo\n\nP.S. thank you');
    // it was written before the customer wrote again
    fireEvent.click(screen.queryByRole('button', { name: 'I have read it' }) ?? area());
    send();
    await waitFor(() => expect(replies).toMatchObject([{ uploads: ['f9'] }]));
  });

  it('is on its way when the thread shows it still to leave, though its answer was lost', async () => {
    answering = false;
    write('Hello');
    send();
    await screen.findByRole('alert');
    act(() => isPlanned(replies[0]!.clientKey));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(area()).toHaveProperty('value', '');
  });

  it('keeps what was taken back while it was not on screen: its words before what was typed there last, and its files', async () => {
    cleanup();
    drafts = [{ kind: 'reply', text: 'P.S. thank you', seenSeq: 3 }];
    await giveBack(newQueryClient(), 'c1', back);
    expect(drafts).toMatchObject([{ text: 'Dear Bo\n\nP.S. thank you', seenSeq: 2 }]);
    renderPage(<Screen />);
    expect(screen.getByText('label.pdf', { exact: false })).toBeTruthy();
    send();
    await waitFor(() => expect(replies).toMatchObject([{ uploads: ['f9'] }]));
  });
});
