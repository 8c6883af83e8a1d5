import { useCallback, useEffect, useRef } from 'react';
import { desk } from '../api';

const heartbeat = 20_000;
const typingPause = 4_000;
const readPause = 400;

/** Tells colleagues that this conversation is on my screen, whether I am typing, and how far I have read. */
export function usePresenceHere(id: string, lastSeq: number, shown: boolean, handles: boolean): () => void {
  const typing = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => void desk.watch(id, typing.current).catch(() => {}), [id]);

  useEffect(() => {
    if (!shown) return;
    tell();
    const timer = setInterval(() => document.visibilityState === 'visible' && tell(), heartbeat);
    return () => {
      clearInterval(timer);
      clearTimeout(pause.current);
      void desk.leave(id).catch(() => {});
    };
  }, [id, tell, shown]);

  useEffect(() => {
    if (!shown || !handles) return;
    const markRead = () => {
      if (document.visibilityState === 'visible') void desk.read(id, lastSeq).catch(() => {});
    };
    const timer = setTimeout(markRead, readPause);
    document.addEventListener('visibilitychange', markRead);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', markRead);
    };
  }, [id, lastSeq, shown, handles]);

  return useCallback(() => {
    const began = !typing.current;
    typing.current = true;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      typing.current = false;
      tell();
    }, typingPause);
    if (began) tell();
  }, [tell]);
}
