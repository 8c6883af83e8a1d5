import { Unsaved } from '@app/form/Unsaved';
import { createContext, use, useEffect, useRef, type ReactNode } from 'react';

const Writers = createContext<Set<symbol> | undefined>(undefined);

/** Within it nobody walks away from words that are not sent without being asked. */
export function GuardedWriting({ children }: { children: ReactNode }) {
  const writers = useRef(new Set<symbol>());
  return (
    <Writers value={writers.current}>
      {children}
      <Unsaved dirty={() => writers.current.size > 0} />
    </Writers>
  );
}

/** Somebody is writing here. */
export function useWrites(writes: boolean) {
  const writers = use(Writers);
  useEffect(() => {
    if (!writers || !writes) return undefined;
    const me = Symbol('writes');
    writers.add(me);
    return () => void writers.delete(me);
  }, [writers, writes]);
}
