import { apart, troubleFirst } from '../floor/attention';
import type { QueueNow, QueueToday } from '../types';

/** All heights are in pixels. */
const usual = 64;
/** The lowest row of which the figures can still be read from a few steps away. */
export const least = 50;
export const lastLine = 48;
/** Rows have one height for so many more, so that not every contact changes the size of all. */
const step = 4;

/** What is on the wall: the rows and how high they are, and of the others how many there are. */
export interface Fit { rows: QueueNow[]; row: number; more: number; quiet: number }

/** Everything when it fits; else what is quiet is one line, and what then still does not fit is counted. */
export function fit(queues: QueueNow[], today: QueueToday[] | undefined, height: number): Fit {
  const rows = troubleFirst(queues, today);
  if (rows.length * usual <= height) return { rows, row: Math.floor(height / Math.max(rows.length, 1)), more: 0, quiet: 0 };
  const { busy, quiet } = apart(rows, today);
  const room = height - lastLine;
  const most = Math.max(1, Math.floor(room / least));
  const shown = busy.slice(0, most);
  const sized = Math.min(most, Math.max(2, Math.ceil(shown.length / step)) * step);
  return { rows: shown, row: Math.max(least, Math.floor(room / sized)), more: busy.length - shown.length, quiet: quiet.length };
}
