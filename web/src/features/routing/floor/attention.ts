import type { QueueNow, QueueToday } from '../types';

/** More than this one does not see at a glance. */
export const atAGlance = 10;

/** What a queue asks for, the most pressing first: late or waiting too long, waiting, due within the hour, nothing. */
const needs = ['trouble', 'waits', 'due', 'quiet'] as const;
export type Need = (typeof needs)[number];

/** Before the promises are known a queue is judged by what waits in it. */
export function needOf({ figures }: QueueNow, today: QueueToday | undefined): Need {
  if (figures.overflowed > 0 || (today?.late ?? 0) > 0) return 'trouble';
  if (figures.waiting > 0) return 'waits';
  return (today?.dueSoon ?? 0) > 0 ? 'due' : 'quiet';
}

export const byName = (queues: QueueNow[]) => [...queues].sort(names);

/** Trouble first, then what waits, the longest first; the rest by name. It depends on no clock, so nothing moves while nothing happens. */
export function troubleFirst(queues: QueueNow[], today: QueueToday[] | undefined): QueueNow[] {
  const need = needsOf(today);
  return [...queues].sort((a, b) => needs.indexOf(need(a)) - needs.indexOf(need(b)) || since(a) - since(b) || names(a, b));
}

/** Those that need somebody and those that do not, each in the order given. */
export function apart(queues: QueueNow[], today: QueueToday[] | undefined): { busy: QueueNow[]; quiet: QueueNow[] } {
  const need = needsOf(today);
  return { busy: queues.filter((one) => need(one) !== 'quiet'), quiet: queues.filter((one) => need(one) === 'quiet') };
}

function needsOf(today: QueueToday[] | undefined) {
  const days = new Map(today?.map((day) => [day.queue, day]));
  return (one: QueueNow) => needOf(one, days.get(one.queue.id));
}

const since = ({ figures }: QueueNow) => (figures.oldestAt ? Date.parse(figures.oldestAt) : Number.MAX_SAFE_INTEGER);
const names = (a: QueueNow, b: QueueNow) => a.queue.name.localeCompare(b.queue.name) || a.queue.id.localeCompare(b.queue.id);
