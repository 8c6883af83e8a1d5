import { useCallback, useMemo, useState } from 'react';
import type { Row } from '../types';

interface State { list: string; on: boolean; whole: boolean; marked: ReadonlySet<string>; last: string | undefined }

/**
 * Which conversations of a list are ticked: some by hand, or the whole list but some. Another list begins anew.
 *
 * @param list where one is
 */
export function useChoosing(list: string, rows: Row[]) {
  const nothing: State = useMemo(() => ({ list, on: false, whole: false, marked: new Set<string>(), last: undefined }), [list]);
  const [kept, setKept] = useState(nothing);
  const state = kept.list === list ? kept : nothing;
  const set = useCallback((change: (before: State) => State) => setKept((before) => change(before.list === list ? before : nothing)), [list, nothing]);

  const begin = useCallback(() => set((before) => ({ ...before, on: true })), [set]);
  const end = useCallback(() => set(() => nothing), [set, nothing]);
  const toggle = useCallback((id: string, range = false) => set((before) => {
    const marked = new Set(before.marked);
    const from = rows.findIndex((row) => row.conversation === before.last);
    const to = rows.findIndex((row) => row.conversation === id);
    const mark = !marked.has(id);
    const ids = range && from >= 0 && to >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.conversation) : [id];
    ids.forEach((one) => (mark ? marked.add(one) : marked.delete(one)));
    return { ...before, on: true, marked, last: id };
  }), [rows, set]);
  /** Those that are on screen, or none. */
  const loaded = useCallback((all: boolean) => set((before) => ({ ...before, on: true, whole: false, marked: new Set(all ? rows.map((row) => row.conversation) : []) })), [rows, set]);
  const everything = useCallback(() => set((before) => ({ ...before, on: true, whole: true, marked: new Set() })), [set]);

  const { on, whole, marked } = state;
  const chosen = useCallback((id: string) => marked.has(id) !== whole, [marked, whole]);
  return { on, whole, marked, chosen, begin, end, toggle, loaded, everything };
}

export type Choosing = ReturnType<typeof useChoosing>;
