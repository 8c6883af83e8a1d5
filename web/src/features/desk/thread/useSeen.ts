import { useEffect } from 'react';

const moment = 1_000;

/** Tells how far somebody has seen: what has stood at the end of a visible screen for a moment, not what came in just now. */
export function useSeen(seq: number | undefined, onSeen: (seq: number) => void) {
  useEffect(() => {
    if (seq === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => onSeen(seq), moment);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [seq, onSeen]);
}
