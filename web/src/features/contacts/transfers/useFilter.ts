import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import type { Filter } from './api';

export const periods = ['7', '28', '56', '365'] as const;
export const repeatDays = ['1', '3', '7', '14', '30'] as const;

/** What is counted, as the address says; whole days, so that it stays the same while one looks. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const period = periods.find((one) => one === params.get('period')) ?? '28';
  const days = repeatDays.find((one) => one === params.get('days')) ?? '7';
  const today = dayjs().startOf('day');
  const filter: Filter = {
    from: today.subtract(Number(period) - 1, 'day').toISOString(),
    to: today.add(1, 'day').toISOString(),
    brand: params.get('brand') ?? undefined,
    channel: params.get('channel') ?? undefined,
    queue: params.get('queue') ?? undefined,
    days: Number(days),
  };
  const set = (changes: Record<string, string | null | undefined>) => setParams((before) => {
    const next = new URLSearchParams(before);
    Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
    return next;
  }, { replace: true });
  /** The address of what lies behind a number. */
  const behind = (more: Record<string, string>) => {
    const next = new URLSearchParams();
    ['period', 'brand', 'channel', 'queue', 'days'].forEach((name) => { const value = params.get(name); if (value) next.set(name, value); });
    Object.entries(more).forEach(([name, value]) => next.set(name, value));
    return `/transfers/contacts?${next.toString()}`;
  };
  return { filter, period, days, params, set, behind };
}
