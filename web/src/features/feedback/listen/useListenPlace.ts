import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useUser } from '@app/session';
import type { ListenFilter, WordsFilter } from '../api';

export const periods = [28, 56, 91, 365] as const;
const standard = 56;

const dayIn = (zone: string | undefined, now: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/**
 * The last so many days, today included. Answers are counted by the day of their brand, which may have begun there already: so it is the
 * latest today of the reader and his brands.
 */
export function lastDays(days: number, zones: (string | undefined)[], now = new Date()): { from: string; to: string } {
  const to = [undefined, ...zones].map((zone) => dayIn(zone, now)).sort().at(-1)!;
  const first = new Date(`${to}T12:00:00Z`);
  first.setUTCDate(first.getUTCDate() - days + 1);
  return { from: first.toISOString().slice(0, 10), to };
}

/** For {@link lastDays}. */
export const useZones = () => useUser().brands.map((brand) => brand.zone);

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : undefined);

/** What is being listened to, read from the address and nowhere else, so that a view can be sent to a colleague. */
export function useListenPlace() {
  const [search, setSearch] = useSearchParams();
  const zones = useZones();
  const days = number(search.get('days')) ?? standard;
  const from = search.get('from');
  const to = search.get('to');
  const custom = isDay(from) && isDay(to);
  const text = (name: string) => search.get(name) ?? undefined;

  const filter = useMemo<ListenFilter>(() => ({
    ...(custom ? { from, to } : lastDays(days, zones)),
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
