import { useLive } from '@app/live';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../api';
import type { QueueFigures } from '../types';

const pause = 2_000;

/** Reads the line again when something came in or went out, at most once in two seconds; what stays keeps its place on the screen. */
export function useLineLive(queue: string) {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive<{ queue: QueueFigures }>('queue.changed', ({ queue: figures }) => {
    if (figures.queue !== queue || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: keys.line(queue) });
    }, pause);
  }, keys.line(queue));
}
