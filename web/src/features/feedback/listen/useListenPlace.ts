import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListenFilter, WordsFilter } from '../api';

export const periods = [28, 56, 91, 365] as const;
const standard = 56;

const iso = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** The last so many days, today included. */
export function lastDays(days: number): { from: string; to: string } {
  const now = new Date();
  return { from: iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1)), to: iso(now) };
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : undefined);

/** What is being listened to, read from the address and nowhere else, so that a view can be sent to a colleague. */
export function useListenPlace() {
  const [search, setSearch] = useSearchParams();
  const days = number(search.get('days')) ?? standard;
  const from = search.get('from');
  const to = search.get('to');
  const custom = isDay(from) && isDay(to);
  const text = (name: string) => search.get(name) ?? undefined;

  const filter = useMemo<ListenFilter>(() => ({
    ...(custom ? { from, to } : lastDays(days)),
    brand: text('brand'), channel: text('channel'), queue: text('queue'), team: text('team'), country: text('country'),
  }), [search]);
  const words = useMemo<WordsFilter>(() => ({
    scoreFrom: number(search.get('scoreFrom')), scoreTo: number(search.get('scoreTo')), emotion: text('emotion'), q: text('q'),
  }), [search]);

  const set = useCallback((changes: Record<string, string | number | undefined | null>) => setSearch((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === null || value === '') next.delete(name);
      else next.set(name, String(value));
    }
    return next;
  }, { replace: true }), [setSearch]);

  return { filter, words, days: custom ? undefined : days, set };
}
