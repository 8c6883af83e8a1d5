import type { Pages } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../api';
import type { AgentNow, Overflowed, Presence, QueueFigures, QueueNow } from '../types';

const pause = 2_000;
/** The promises of a day move with the queues, and are heavier to count. */
const restful = 10_000;

/** Keeps the floor true: figures and people change in place; who is new is read again, at most once in two seconds. */
export function useFloorLive() {
  const queries = useQueryClient();
  const pending = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const timers = pending.current;
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);

  const soon = (key: readonly string[], wait = pause) => {
    const name = key.join('/');
    if (pending.current.has(name)) return;
    pending.current.set(name, setTimeout(() => {
      pending.current.delete(name);
      void queries.invalidateQueries({ queryKey: key });
    }, wait));
  };

  useLive<{ queue: QueueFigures }>('queue.changed', ({ queue: figures }) => {
    const all = queries.getQueryData<QueueNow[]>(keys.queues);
    if (!all) return;
    const known = all.find((one) => one.queue.id === figures.queue);
    if (!known) return soon(keys.queues);
    soon(keys.today, restful);
    soon(keys.level, restful);
    queries.setQueryData<QueueNow[]>(keys.queues, all.map((one) => (one === known ? { ...one, figures } : one)));
    const [, overflow] = queries.getQueriesData<Pages<Overflowed>>({ queryKey: keys.overflow })[0] ?? [];
    const listed = overflow?.pages.flatMap((page) => page.items).filter((one) => one.queue === figures.queue).length ?? 0;
    const whole = !overflow?.pages.at(-1)?.next;
    if (whole ? listed !== figures.overflowed : known.figures.overflowed !== figures.overflowed) soon(keys.overflow);
  }, keys.queues);

  useLive<{ presence: Presence }>('agent.changed', ({ presence }) => {
    const all = queries.getQueryData<AgentNow[]>(keys.agents);
    if (!all) return;
    const known = all.find((one) => one.presence.user === presence.user);
    // other work is other queues too
    if (!known || known.presence.otherWork?.until !== presence.otherWork?.until) soon(keys.agents);
    if (!known) return;
    queries.setQueryData<AgentNow[]>(keys.agents, all.map((one) => (one.presence.user === presence.user ? { ...one, presence } : one)));
  }, keys.agents);

  useLive('contact.overflowed', () => soon(keys.overflow), keys.overflow);
}
