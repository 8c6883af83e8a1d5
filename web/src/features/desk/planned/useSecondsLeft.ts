import { useEffect, useState } from 'react';

const left = (plannedAt: string, sendAt: string, now: number) => {
  const span = Date.parse(sendAt) - Date.parse(plannedAt);
  // whatever this browser's clock says, it is never longer than it was to be
  return Math.ceil(Math.min(Math.max(Date.parse(sendAt) - now, 0), span) / 1000);
};

/** Whole seconds until something leaves; 0 when its moment has come. */
export function useSecondsLeft(plannedAt: string, sendAt: string, counts: boolean): number {
  const [seconds, setSeconds] = useState(() => left(plannedAt, sendAt, Date.now()));
  useEffect(() => {
    if (!counts) return;
    const look = () => setSeconds(left(plannedAt, sendAt, Date.now()));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [plannedAt, sendAt, counts]);
  return seconds;
}
