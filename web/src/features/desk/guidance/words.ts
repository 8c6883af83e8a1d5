import { useEffect, useRef } from 'react';

/** Words on their way to the answer of a conversation; they wait where the composer is on another screen. */
const waiting = new Map<string, string[]>();
const listeners = new Map<string, () => void>();

export function putInAnswer(conversation: string, words: string) {
  waiting.set(conversation, [...(waiting.get(conversation) ?? []), words]);
  listeners.get(conversation)?.();
}

/** The composer takes what was put aside for it, and whatever comes while it is there. */
export function useWordsFor(conversation: string, take: (words: string) => void) {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const empty = () => {
      const words = waiting.get(conversation) ?? [];
      waiting.delete(conversation);
      words.forEach((one) => latest.current(one));
    };
    listeners.set(conversation, empty);
    empty();
    return () => { listeners.delete(conversation); };
  }, [conversation]);
}
