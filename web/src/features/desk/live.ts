import type { Pages } from '@app/list/usePagedList';
import { mapPages } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useUser } from '@app/session';
import type { QueryClient } from '@tanstack/react-query';
import { changeConversation, keys, readNewer, afterReading, type ListFilter } from './api';
import { placeRow } from './rows';
import type { Contact, Delivery, OpenConversation, Row, Watcher } from './types';

const pause = 2_000;
/** Counting what stands in views reads all that is open. */
const longPause = 15_000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads again what only the server can count, at most once per pause however much happens. */
function soon(queries: QueryClient, name: string, queryKey: readonly unknown[], predicate?: (filter: ListFilter) => boolean, after = pause) {
  if (waiting.has(name)) return;
  waiting.set(name, setTimeout(() => {
    waiting.delete(name);
    void queries.invalidateQueries({
      queryKey,
      predicate: predicate && ((query) => predicate((query.queryKey[2] ?? {}) as ListFilter)),
    });
  }, after));
}

/** Lets the stream change what the desk shows: rows move, messages come in, marks appear; nothing is polled. */
export function useDeskLive() {
  const me = useUser().id;

  useLive<{ row: Row }>('desk.row.changed', ({ row }, queries) => {
    for (const [key, pages] of queries.getQueriesData<Pages<Row>>({ queryKey: keys.rows })) {
      queries.setQueryData(key, placeRow(pages, row, (key[2] ?? {}) as ListFilter, me));
    }
    const open = queries.getQueryData<OpenConversation>(keys.conversation(row.conversation));
    if (open) follow(queries, open, row);
    alongside(queries, row);
    soon(queries, 'counts', keys.counts);
    soon(queries, 'me', keys.me);
    soon(queries, 'view counts', keys.viewCounts, undefined, longPause);
    soon(queries, 'team', keys.rows, (filter) => filter.saved !== undefined || filter.view === 'TEAM' && !filter.text && !filter.queue);
  }, keys.rows, keys.conversations);

  useLive<{ conversation: string; watchers: Watcher[] }>('desk.watchers.changed', ({ conversation, watchers }, queries) => {
    const watched = (row: Row) => (row.conversation === conversation ? { ...row, watchers } : row);
    queries.setQueriesData<Pages<Row>>({ queryKey: keys.rows }, (pages) => mapPages(pages, watched));
    changeConversation(queries, conversation, (open) => ({ ...open, row: open.row && { ...open.row, watchers } }));
  }, keys.rows, keys.conversations);

  useLive<{ conversation: string }>('desk.message.written', ({ conversation }, queries) => {
    // what did not come through is read with the whole conversation, again and again if need be
    readNewer(queries, conversation).catch(() => queries.invalidateQueries({ queryKey: keys.conversation(conversation) }));
  }, keys.conversations);

  useLive<{ conversation: string; message: string; delivery: Delivery; deliveryDetail?: string }>(
    'desk.delivery.changed',
    ({ conversation, message, delivery, deliveryDetail }, queries) => {
      const mark = () => changeConversation(queries, conversation, (open) => ({
        ...open,
        messages: open.messages.map((one) => (one.id === message ? { ...one, delivery, deliveryDetail } : one)),
      }));
      mark();
      // a message may still be on its way to this screen, with the state of a moment ago
      afterReading(conversation, mark);
    },
    keys.conversations,
  );

  useLive<{ conversation: string }>('desk.recipients.changed', ({ conversation }, queries) => {
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  }, keys.conversations);

  useLive<{ conversation: string; seq: number }>('desk.customer.read', ({ conversation, seq }, queries) =>
    changeConversation(queries, conversation, (open) => ({
      ...open,
      conversation: { ...open.conversation, customerReadSeq: Math.max(seq, open.conversation.customerReadSeq) },
    })), keys.conversations);

  useLive<Partial<Contact> & { conversation: string; contact: string }>(
    'desk.contact.registered',
    ({ conversation, contact, reason, cause, process, result }, queries) => changeConversation(queries, conversation, (open) => (
      open.contact?.id === contact ? { ...open, contact: { ...open.contact, reason, cause, process, result } } : open)),
    keys.conversations,
  );

  useLive<{ customer: string }>('customer.changed', ({ customer }, queries) => {
    const shows = (pages?: Pages<Row>) => pages?.pages.some(({ items }) => items.some((row) => row.customer === customer));
    for (const [queryKey, pages] of queries.getQueriesData<Pages<Row>>({ queryKey: keys.rows })) {
      if (shows(pages)) void queries.invalidateQueries({ queryKey, exact: true });
    }
    for (const [queryKey, open] of queries.getQueriesData<OpenConversation>({ queryKey: keys.conversations })) {
      if (open?.conversation.customer === customer) void queries.invalidateQueries({ queryKey, exact: true });
    }
  }, keys.rows, keys.conversations);
}

/** How many contacts of a case are not ended stands on the other conversations of it as well. */
function alongside(queries: QueryClient, row: Row) {
  for (const [key, open] of queries.getQueriesData<OpenConversation>({ queryKey: keys.conversations })) {
    const other = open?.caseView.id === row.caseId && open.conversation.id !== row.conversation;
    if (other) void queries.invalidateQueries({ queryKey: key });
  }
}

function follow(queries: QueryClient, open: OpenConversation, row: Row) {
  const sameContact = open.contact?.id === row.contact;
  if (!sameContact) {
    void queries.invalidateQueries({ queryKey: keys.conversation(row.conversation) });
    return;
  }
  const dueChanged = open.row?.dueAt !== row.dueAt || open.row?.late !== row.late;
  const running = open.promises.filter((one) => one.state === 'open' || one.state === 'late');
  // the answer alone can be told from the row; what was made or moved just now, and why, only the server knows
  const answerAlone = running.length === 1 && running[0]!.kind === 'answer' && (!row.dueAt || row.dueAt === running[0]!.dueAt);
  if (dueChanged && !answerAlone) void queries.invalidateQueries({ queryKey: keys.conversation(row.conversation) });
  queries.setQueryData<OpenConversation>(keys.conversation(row.conversation), {
    ...open,
    row,
    conversation: { ...open.conversation, caseState: row.caseState },
    caseView: { ...open.caseView, state: row.caseState },
    contact: open.contact && { ...open.contact, state: row.state === 'closed' ? 'ended' : row.state, assignedTo: row.assignedTo, queue: row.queue, priority: row.priority },
    promises: dueChanged && answerAlone
      ? open.promises.map((one) => (one.kind === 'answer' && (one.state === 'open' || one.state === 'late')
        ? { ...one, state: row.dueAt ? (row.late ? 'late' : 'open') : one.state === 'late' ? 'kept_late' : 'kept' }
        : one))
      : open.promises,
  });
}
