import { useSyncExternalStore } from 'react';

/** One ticking clock for the page: waiting times of a hundred rows must not be a hundred timers. */
function ticking(period: number) {
  const watchers = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = Date.now();
  return {
    watch(changed: () => void) {
      watchers.add(changed);
      now = Date.now();
      timer ??= setInterval(() => {
        now = Date.now();
        watchers.forEach((one) => one());
      }, period);
      return () => {
        watchers.delete(changed);
        if (watchers.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    read: () => now,
  };
}

const seconds = ticking(1_000);
const quarterMinutes = ticking(15_000);

/** The time in milliseconds, renewed every 15 seconds, or every second when that matters. */
export function useNow(precision: 'second' | 'relaxed' = 'relaxed'): number {
  const clock = precision === 'second' ? seconds : quarterMinutes;
  return useSyncExternalStore(clock.watch, clock.read);
}
