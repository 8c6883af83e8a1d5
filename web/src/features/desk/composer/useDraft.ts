import { useCallback, useEffect, useRef, useState } from 'react';
import { desk } from '../api';
import type { Draft, DraftKind } from '../types';

const pause = 800;

/**
 * What someone is writing, kept on the server so that it follows the person. `seenSeq` is the last message that was on
 * screen when the writing began, or that the writer has said to have read since.
 */
export function useDraft(id: string, kind: DraftKind, drafts: Draft[], lastSeq: number) {
  const kept = drafts.find((one) => one.kind === kind);
  const [text, setText] = useState(kept?.text ?? '');
  const [seenSeq, setSeenSeq] = useState(kept?.seenSeq ?? lastSeq);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<Draft>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const draft = unsaved.current;
    unsaved.current = undefined;
    if (draft) void desk.saveDraft(id, draft).catch(() => { unsaved.current ??= draft; });
  }, [id]);

  // Leaving the conversation keeps the last words too.
  useEffect(() => save, [save]);

  const write = (next: string) => {
    const from = text === '' ? lastSeq : seenSeq;
    setText(next);
    setSeenSeq(from);
    unsaved.current = { kind, text: next, seenSeq: from };
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pause);
  };

  /** The writer has read everything up to now. */
  const acknowledge = () => {
    setSeenSeq(lastSeq);
    unsaved.current = { kind, text, seenSeq: lastSeq };
    save();
  };

  /** It was sent: nothing is left to keep. */
  const clear = () => {
    clearTimeout(timer.current);
    unsaved.current = undefined;
    setText('');
    void desk.discardDraft(id, kind).catch(() => {});
  };

  return { text, seenSeq: text === '' ? lastSeq : seenSeq, write, acknowledge, clear };
}
