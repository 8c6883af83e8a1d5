import { SessionProvider } from '@app/session';
import { anAgent } from '@app/test/render';
import { liveClient } from '@app/live';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { readEarlier, useConversation, useRows } from './api';
import { useDeskLive } from './live';
import type { Row } from './types';

class Stream extends EventTarget {
  static only: Stream;
  onopen = null;
  onerror = null;

  constructor() {
    super();
    Stream.only = this;
  }

  close() {}

  say(kind: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId: '1' }));
  }
}

const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const within = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}><SessionProvider user={anAgent}>{children}</SessionProvider></QueryClientProvider>
);
const row = (conversation: string): Partial<Row> => ({
  conversation, contact: `k-${conversation}`, state: 'waiting', waitingSince: '2026-11-23T09:00:00Z', lastAt: '2026-11-23T09:00:00Z', watchers: [],
});

/** What the server was asked, to be answered when the test likes. */
let asked: { path: string; answer: (body: unknown) => void }[] = [];

afterEach(() => {
  liveClient(queries).stop();
  queries.clear();
  vi.unstubAllGlobals();
});

function listen() {
  asked = [];
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', (request: Request) => new Promise((resolve) => {
    asked.push({ path: new URL(request.url).pathname, answer: (body) => resolve(Response.json(body)) });
  }));
  liveClient(queries).start();
}

const answer = (path: string, body: unknown) => act(async () => asked.findLast((one) => one.path.endsWith(path))!.answer(body));

it('a contact that comes in while the list is read stands in the list, though the server had read it before', async () => {
  listen();
  const { result } = renderHook(() => { useDeskLive(); return useRows({ view: 'ALL' }); }, { wrapper: within });
  act(() => Stream.only.say('desk.row.changed', { row: row('new') }));
  await answer('/rows', { items: [row('old')] });
  await waitFor(() => expect(result.current.items.map((one) => one.conversation).sort()).toEqual(['new', 'old']));
});

it('a message that comes in while the conversation is read is read after it', async () => {
  listen();
  const { result } = renderHook(() => { useDeskLive(); return useConversation('c1'); }, { wrapper: within });
  act(() => Stream.only.say('desk.message.written', { conversation: 'c1' }));
  await answer('/conversations/c1', { conversation: { lastSeq: 1 }, messages: [{ seq: 1 }], drafts: [] });
  await waitFor(() => expect(asked.at(-1)!.path).toBe('/api/desk/conversations/c1/messages'));
  await answer('/messages', { items: [{ seq: 2 }] });
  await waitFor(() => expect(result.current.data?.messages.map(({ seq }) => seq)).toEqual([1, 2]));
});

it('what was asked of one conversation never stands in the next, however late its answer comes', async () => {
  listen();
  const { result, rerender } = renderHook(({ id }) => { useDeskLive(); return useConversation(id); }, { wrapper: within, initialProps: { id: 'c1' } });
  await waitFor(() => expect(asked.at(-1)!.path).toMatch(/c1$/));
  rerender({ id: 'c2' });
  await waitFor(() => expect(asked.at(-1)!.path).toMatch(/c2$/));
  await answer('/conversations/c2', { conversation: { lastSeq: 1 }, messages: [{ seq: 1, text: 'two' }], drafts: [] });
  await waitFor(() => expect(result.current.data?.messages.map(({ text }) => text)).toEqual(['two']));
  await answer('/conversations/c1', { conversation: { lastSeq: 9 }, messages: [{ seq: 9, text: 'one' }], drafts: [] });
  expect(result.current.data?.messages.map(({ text }) => text)).toEqual(['two']);
  act(() => Stream.only.say('desk.message.written', { conversation: 'c1' }));
  expect(result.current.data?.messages.map(({ text }) => text)).toEqual(['two']);
});

it('a message that could not be delivered says so, also when that was known before the message was on the screen', async () => {
  listen();
  const { result } = renderHook(() => { useDeskLive(); return useConversation('c1'); }, { wrapper: within });
  await answer('/conversations/c1', { conversation: { lastSeq: 1 }, messages: [{ seq: 1 }], drafts: [] });
  act(() => Stream.only.say('desk.message.written', { conversation: 'c1' }));
  await waitFor(() => expect(asked.at(-1)!.path).toBe('/api/desk/conversations/c1/messages'));
  act(() => Stream.only.say('desk.delivery.changed', { conversation: 'c1', message: 'm2', delivery: 'failed' }));
  await answer('/messages', { items: [{ seq: 2, id: 'm2', delivery: 'pending' }] });
  await waitFor(() => expect(result.current.data?.messages.map(({ delivery }) => delivery)).toEqual([undefined, 'failed']));
});

it('an earlier message that is being read keeps nothing new waiting and does not lose what happens to it meanwhile', async () => {
  listen();
  const { result } = renderHook(() => { useDeskLive(); return useConversation('c1'); }, { wrapper: within });
  await answer('/conversations/c1', { conversation: { lastSeq: 9 }, messages: [{ seq: 9 }], drafts: [] });
  const earlier = readEarlier(queries, 'c1');
  await waitFor(() => expect(asked.at(-1)!.path).toBe('/api/desk/conversations/c1/messages'));
  const ofEarlier = asked.at(-1)!;
  act(() => Stream.only.say('desk.message.written', { conversation: 'c1' }));
  await waitFor(() => expect(asked.at(-1)).not.toBe(ofEarlier));
  act(() => Stream.only.say('desk.delivery.changed', { conversation: 'c1', message: 'm8', delivery: 'failed' }));
  await answer('/messages', { items: [] });
  await act(async () => ofEarlier.answer({ items: [{ seq: 8, id: 'm8', delivery: 'sent' }] }));
  await act(() => earlier);
  await waitFor(() => expect(result.current.data?.messages.map(({ delivery }) => delivery)).toEqual(['failed', undefined]));
});

it('a customer who was put in another group is shown so in the list and beside the talk; another customer reads nothing again', async () => {
  listen();
  const of = (customerGroup?: string) => ({ items: [{ ...row('c1'), customer: 'u1', customerGroup }] });
  const open = (group?: string) => ({ conversation: { lastSeq: 1, customer: 'u1' }, beside: { customer: { id: 'u1', group } }, messages: [], drafts: [] });
  const { result } = renderHook(() => { useDeskLive(); return { rows: useRows({ view: 'ALL' }), open: useConversation('c1') }; }, { wrapper: within });
  await answer('/rows', of());
  await answer('/conversations/c1', open());
  await waitFor(() => expect(result.current.rows.items).toHaveLength(1));
  act(() => Stream.only.say('customer.changed', { customer: 'u2' }));
  expect(asked).toHaveLength(2);
  act(() => Stream.only.say('customer.changed', { customer: 'u1' }));
  await waitFor(() => expect(asked).toHaveLength(4));
  await answer('/rows', of('g1'));
  await answer('/conversations/c1', open('g1'));
  await waitFor(() => expect(result.current.rows.items[0]!.customerGroup).toBe('g1'));
  expect(result.current.open.data?.beside?.customer.group).toBe('g1');
});
