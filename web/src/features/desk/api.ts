import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import { usePagedList, type Page } from '@app/list/usePagedList';
import { useSession } from '@app/session';
import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Choices, Counts, Draft, DraftKind, LikelyReason, Me, Message, NewReply, OpenConversation, PresenceState, Queue, Registration, Row, Sender, SubStates, Upload, View, WrapUp } from './types';

type Schemas = components['schemas'];

export interface ListFilter {
  view?: View;
  queue?: string;
  /** One that somebody put together; then neither view nor queue counts. */
  saved?: string;
  /** What is looked for, in conversations of all time; then neither view nor queue counts. */
  text?: string;
  brand?: string;
  medium?: string;
  state?: 'OPEN' | 'CLOSED';
  from?: string;
}

export const keys = {
  rows: ['desk', 'rows'] as const,
  counts: ['desk', 'counts'] as const,
  views: ['desk', 'views'] as const,
  viewCounts: ['desk', 'view-counts'] as const,
  me: ['desk', 'me'] as const,
  notices: ['desk', 'notices'] as const,
  allHands: ['desk', 'all-hands'] as const,
  conversations: ['desk', 'conversation'] as const,
  conversation: (id: string) => ['desk', 'conversation', id] as const,
};

/** As conversations are late, or wait long, without anything happening to them. */
export const minute = 60_000;

export const useRows = (filter: ListFilter) => {
  const rows = usePagedList<Row>(keys.rows, filter.text ? '/api/desk/found' : '/api/desk/rows', { ...filter }, { again: filter.saved ? minute : undefined });
  // what was looked for instead of what was typed
  return { ...rows, meant: (rows.data?.pages[0] as Schemas['DeskFound'] | undefined)?.meant };
};

/** Customers whose name, address or order is looked for; the first few. */
export const useAlsoFound = (text: string, enabled: boolean) => useQuery({
  queryKey: ['customers', 'also-found', text],
  queryFn: ({ signal }) => http.get<Page<Schemas['Found']>>(withQuery('/api/customers', { text, limit: 3 }), signal),
  placeholderData: keepPreviousData,
  enabled,
});

export const useCounts = () => useQuery({ queryKey: keys.counts, queryFn: ({ signal }) => http.get<Counts>('/api/desk/counts', signal) });

export const useQueues = () =>
  useQuery({ queryKey: ['desk', 'queues'], queryFn: () => http.get<Queue[]>('/api/desk/queues'), staleTime: 300_000 });

const conversationPath = (id: string) => `/api/desk/conversations/${id}`;

/** Everything of one conversation. The stream keeps it true, so it is read once while it is open. */
export const useConversation = (id: string) => useQuery({
  queryKey: keys.conversation(id),
  queryFn: ({ signal }) => http.get<OpenConversation>(conversationPath(id), signal),
  staleTime: 0,
});

export const useChoices = (brand: string | undefined) => useQuery({
  queryKey: ['desk', 'choices', brand],
  queryFn: () => http.get<Choices>(withQuery('/api/desk/choices', { brand })),
  enabled: brand !== undefined,
  staleTime: 60_000,
});

/** How cases of a brand can stand within their state. */
export const subStatesOf = (brand: string | undefined) => queryOptions({
  queryKey: ['sub-states', brand],
  queryFn: ({ signal }) => http.get<SubStates>(withQuery('/api/sub-states', { brand }), signal),
  enabled: brand !== undefined,
  staleTime: 60_000,
});
export const useSubStates = (brand: string | undefined) => useQuery(subStatesOf(brand));

/** @param lastSeq of the conversation; each message may tell more */
export const useLikelyReasons = (contact: string, lastSeq: number) => useQuery({
  queryKey: ['desk', 'likely-reasons', contact, lastSeq],
  queryFn: ({ signal }) => http.get<LikelyReason[]>(`/api/assistant/contacts/${contact}/reasons`, signal),
  placeholderData: keepPreviousData,
  staleTime: 60_000,
  retry: false,
});

/** How the sender of a mail was checked; it never changes. */
export const useSender = (envelope: string, enabled: boolean) => useQuery({
  queryKey: ['desk', 'sender', envelope],
  queryFn: ({ signal }) => http.get<Sender>(`/api/intake/envelopes/${envelope}/sender`, signal),
  enabled,
  staleTime: Infinity,
});

/** My presence, what I have in hand, what is offered to me. */
export const useMe = () => {
  const { may } = useSession();
  return useQuery({ queryKey: keys.me, queryFn: () => http.get<Me>('/api/routing/me'), enabled: may('contacts.handle') });
};

/** Adds messages to a conversation on screen; one that is there already takes the newer state. */
export function mergeMessages(open: OpenConversation, arrived: Message[]): OpenConversation {
  if (arrived.length === 0) return open;
  const bySeq = new Map([...open.messages, ...arrived].map((message) => [message.seq, message]));
  const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const lastSeq = Math.max(open.conversation.lastSeq, messages.at(-1)?.seq ?? 0);
  return { ...open, messages, conversation: { ...open.conversation, lastSeq } };
}

export function changeConversation(queries: QueryClient, id: string, change: (open: OpenConversation) => OpenConversation) {
  queries.setQueryData<OpenConversation>(keys.conversation(id), (open) => open && change(open));
}

const patience = 20_000;
const reading = new Map<string, Promise<void>>();
const waiting = new Map<string, Promise<void>>();
const earlier = new Map<string, Promise<void>>();

/**
 * Reads what came after the last message on screen. One reading after the other, so that none brings what is older than that; whoever
 * asks meanwhile shares the one that follows.
 */
export function readNewer(queries: QueryClient, id: string): Promise<void> {
  const shared = waiting.get(id);
  if (shared) return shared;
  const before = reading.get(id);
  const mine = (before ?? Promise.resolve()).catch(() => {}).then(() => {
    waiting.delete(id);
    return fetchNewer(queries, id);
  });
  const over = () => { if (reading.get(id) === mine) reading.delete(id); };
  reading.set(id, mine);
  if (before) waiting.set(id, mine);
  mine.then(over, over);
  return mine;
}

/** Reads what came before the first message on screen; what is new does not wait for it. */
export function readEarlier(queries: QueryClient, id: string): Promise<void> {
  const mine = fetchEarlier(queries, id);
  const over = () => { if (earlier.get(id) === mine) earlier.delete(id); };
  earlier.set(id, mine);
  mine.then(over, over);
  return mine;
}

/** Calls `then` after each reading of this conversation that is going on, however it ends; not at all when none is. */
export const afterReading = (id: string, then: () => void) => [reading.get(id), earlier.get(id)].forEach((one) => void one?.then(then, then));

async function fetchNewer(queries: QueryClient, id: string) {
  const open = queries.getQueryData<OpenConversation>(keys.conversation(id));
  if (!open) return;
  const after = open.messages.at(-1)?.seq ?? 0;
  const path = withQuery(`${conversationPath(id)}/messages`, { after });
  const { items } = await http.get<{ items: Message[] }>(path, AbortSignal.timeout(patience));
  changeConversation(queries, id, (now) => mergeMessages(now, items));
}

async function fetchEarlier(queries: QueryClient, id: string) {
  const open = queries.getQueryData<OpenConversation>(keys.conversation(id));
  const before = open?.messages[0]?.seq;
  if (!before) return;
  const { items } = await http.get<{ items: Message[] }>(withQuery(`${conversationPath(id)}/messages`, { before, limit: 50 }), AbortSignal.timeout(patience));
  changeConversation(queries, id, (now) => ({ ...mergeMessages(now, items), earlier: (items[0]?.seq ?? 1) > 1 }));
}

export const desk = {
  conversation: (id: string) => http.get<OpenConversation>(conversationPath(id)),
  block: (brand: string, sender: string) => http.post<{ id: string; sender: string }>('/api/blocked-senders', { brand, sender }),
  unblock: (id: string) => http.delete(`/api/blocked-senders/${id}`),
  reply: (id: string, reply: NewReply) => http.post<{ seq: number }>(`${conversationPath(id)}/replies`, reply),
  note: (id: string, text: string, clientKey: string) => http.post(`${conversationPath(id)}/notes`, { text, clientKey }),
  sendAgain: (message: string) => http.post(`/api/undelivered/${message}/again`),
  recipient: (id: string, address: string, getsAnswers: boolean) => http.put(`${conversationPath(id)}/recipients`, { address, getsAnswers }),
  saveDraft: (id: string, { kind, ...draft }: Draft) => http.put(`${conversationPath(id)}/drafts/${kind}`, draft),
  discardDraft: (id: string, kind: DraftKind) => http.delete(`${conversationPath(id)}/drafts/${kind}`),
  read: (id: string, seq: number) => http.put(`${conversationPath(id)}/read`, { seq }),
  watch: (id: string, typing: boolean) => http.put(`${conversationPath(id)}/watching`, { typing }),
  leave: (id: string) => http.delete(`${conversationPath(id)}/watching`),
  upload: (id: string, file: File) => {
    const form = new FormData();
    form.append('file', file);
    return http.post<Upload>(`${conversationPath(id)}/uploads`, form);
  },
  take: (contact: string) => http.post(`/api/desk/contacts/${contact}/take`),
  pickUp: (id: string) => http.post(`${conversationPath(id)}/pick-up`, {}),
  register: (contact: string, registration: Registration) =>
    http.patch(`/api/desk/contacts/${contact}/registration`, registration),
  wrapUp: (contact: string, wrapUp: WrapUp) => http.post(`/api/desk/contacts/${contact}/wrap-up`, wrapUp),
  readNotice: (id: string) => http.post(`/api/routing/notices/${id}/read`, {}),
  joinAllHands: (id: string, coach?: string) => http.post(`/api/routing/all-hands/${id}/join`, { coach }),
  leaveAllHands: (id: string) => http.post(`/api/routing/all-hands/${id}/leave`, {}),
  askCoach: (words: string, about?: string) => http.post('/api/routing/notices/coach', { words, about }),
  presence: (state: PresenceState) => http.put<Me>('/api/routing/me/presence', { state }),
  accept: (offer: string) => http.post<{ conversation?: string }>(`/api/routing/offers/${offer}/accept`),
  decline: (offer: string) => http.post(`/api/routing/offers/${offer}/decline`),
  next: (queue?: string) => http.post<{ conversation?: string }>('/api/routing/next', { queue }),
};

export const documentPath = (id: string, seq: number, images: boolean, folded: boolean) =>
  withQuery(`${conversationPath(id)}/messages/${seq}/document`, { images: images || undefined, folded: folded || undefined });
export const attachmentPath = (attachment: string) => `/api/desk/attachments/${attachment}`;
