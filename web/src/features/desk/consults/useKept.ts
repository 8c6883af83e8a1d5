import { useCallback, useState } from 'react';
import type { Consult } from './api';

/** What somebody is writing in stays on the page, with his words, when it is not his to answer any more. */
export function useKept(items: Consult[]) {
  const [writing, setWriting] = useState<Record<string, Consult>>({});
  const keep = useCallback((consult: Consult, writes: boolean) => setWriting(({ [consult.id]: _, ...others }) => (writes ? { ...others, [consult.id]: consult } : others)), []);
  const gone = Object.values(writing).filter((one) => items.every((item) => item.id !== one.id));
  return { gone, keep };
}
