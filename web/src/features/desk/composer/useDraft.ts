import { useLiveState } from '@app/live';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { changeConversation, desk, keys } from '../api';
import type { Addressees, Draft, DraftKind } from '../types';
import { chosenOf, usual } from './addressees';

const pause = 800;
const again = 5_000;
/** Who wrote here a moment ago goes on with what he sees, whatever another browser of his has kept. */
const inHand = 10_000;

const kept = new Map<string, Promise<unknown>>();
/** Once all that was written in a conversation until now is kept. */
export const draftsKept = (id: string): Promise<unknown> => kept.get(id) ?? Promise.resolve();

/**
 * What someone is writing, kept on the server so that it follows the person. `seenSeq` is the last message that was on
 * screen when the writing began, or that the writer has said to have read since.
 */
export function useDraft(id: string, kind: DraftKind, drafts: Draft[], lastSeq: number) {
  const queries = useQueryClient();
  const { state: line } = useLiveState();
  const stored = drafts.find((one) => one.kind === kind);
  const [text, setText] = useState(stored?.text ?? '');
  const [seenSeq, setSeenSeq] = useState(stored?.seenSeq ?? lastSeq);
  const [addressees, setAddressees] = useState(stored?.addressees ?? usual);
  /** As they are now, also within one turn. */
  const now = useRef({ text, seenSeq, addressees });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<Draft>(undefined);
  const writtenAt = useRef(0);
  /** One after the other, so that what is kept late does not come back after it was sent. */
  const calls = useRef<Promise<unknown>>(Promise.resolve());
  const call = useCallback((what: () => Promise<unknown>) => {
    calls.current = calls.current.then(what);
    kept.set(id, Promise.all([kept.get(id), calls.current]));
  }, [id]);

  /** What the conversation on screen knows of this draft, so that coming back to it finds the same words. */
  const remember = useCallback((draft: Draft | undefined) => changeConversation(queries, id, (open) => ({
    ...open, drafts: [...open.drafts.filter((one) => one.kind !== kind), ...(draft ? [draft] : [])],
  })), [queries, id, kind]);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const draft = unsaved.current;
    unsaved.current = undefined;
    if (!draft) return;
    remember(draft);
    call(() => desk.saveDraft(id, draft).catch(() => {
      unsaved.current ??= draft;
      timer.current = setTimeout(save, again);
    }));
  }, [id, remember, call]);

  // Leaving the conversation keeps the last words too.
  useEffect(() => () => {
    save();
    clearTimeout(timer.current);
  }, [save]);

  // Back at this browser after writing in another one: what was kept there is read.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible' || unsaved.current) return;
      if (Date.now() - writtenAt.current > inHand) void queries.invalidateQueries({ queryKey: keys.conversation(id) });
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [queries, id]);
  useEffect(() => {
    if (unsaved.current || Date.now() - writtenAt.current < inHand) return;
    setText(stored?.text ?? '');
    setSeenSeq(stored?.seenSeq ?? lastSeq);
    setAddressees(stored?.addressees ?? usual);
  }, [stored?.text, stored?.seenSeq, JSON.stringify(stored?.addressees)]);
  now.current = { text, seenSeq, addressees };

  // What could not be kept while the line was away is kept as soon as it is back.
  useEffect(() => {
    if (line === 'live') save();
  }, [line, save]);

  /** @param read up to where whoever wrote these words had read, when they come from elsewhere */
  const write = (next: string, read?: number) => {
    const from = Math.min(now.current.text === '' ? lastSeq : now.current.seenSeq, read ?? lastSeq);
    setText(next);
    setSeenSeq(from);
    keep({ ...now.current, text: next, seenSeq: from });
  };

  /** Whom this answer goes to belongs to it. */
  const address = (next: Addressees) => {
    setAddressees(next);
    keep({ ...now.current, addressees: next });
  };

  const keep = (next: { text: string; seenSeq: number; addressees: Addressees }) => {
    now.current = next;
    writtenAt.current = Date.now();
    unsaved.current = { kind, text: next.text, seenSeq: next.text === '' ? lastSeq : next.seenSeq, addressees: chosenOf(next.addressees) };
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pause);
  };

  /** The writer has read everything up to now. */
  const acknowledge = () => {
    setSeenSeq(lastSeq);
    unsaved.current = { kind, text, seenSeq: lastSeq, addressees: chosenOf(addressees) };
    save();
  };

  /** It was sent: nothing is left to keep. */
  const clear = () => {
    clearTimeout(timer.current);
    unsaved.current = undefined;
    setText('');
    setAddressees(usual);
    remember(undefined);
    call(() => desk.discardDraft(id, kind).catch(() => {}));
  };

  return { text, seenSeq: text === '' ? lastSeq : seenSeq, addressees, write, address, acknowledge, clear };
}
