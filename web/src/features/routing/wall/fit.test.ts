import { describe, expect, it } from 'vitest';
import type { QueueNow } from '../types';
import { fit, lastLine, least } from './fit';

/** What is left below the head on a screen of 1920 by 1080. */
const height = 920;
const queues = (busy: number, quiet: number) => Array.from({ length: busy + quiet }, (_, at) => ({
  queue: { id: `q${at}`, brand: 'b', name: `Queue ${String(at).padStart(2, '0')}` },
  figures: { queue: `q${at}`, waiting: at < busy ? 1 : 0, overflowed: 0, inHand: 0 },
}) as QueueNow);

describe('what stands on the wall', () => {
  it('is everything when it fits, over the whole height', () => {
    expect(fit(queues(3, 7), [], height)).toMatchObject({ row: 92, more: 0, quiet: 0 });
    expect(fit(queues(3, 7), [], height).rows).toHaveLength(10);
  });

  it('folds what is quiet when not everything fits', () => {
    const { rows, row, more, quiet } = fit(queues(12, 28), [], height);
    expect([rows.length, more, quiet]).toEqual([12, 0, 28]);
    expect(rows.length * row + lastLine).toBeLessThanOrEqual(height);
  });

  it('gives rows the same height when one more queue is busy', () => {
    expect(fit(queues(10, 30), [], height).row).toBe(fit(queues(9, 31), [], height).row);
  });

  it('counts what does not fit at the least height, and what is quiet besides', () => {
    const { rows, row, more, quiet } = fit(queues(23, 17), [], height);
    expect([rows.length, row, more, quiet]).toEqual([17, 51, 6, 17]);
    expect(fit(queues(40, 0), [], height)).toMatchObject({ more: 23, quiet: 0 });
  });

  it('is never higher than the screen and never loses a queue', () => {
    for (const tall of [500, 740, 920, 1300]) {
      for (let busy = 0; busy <= 40; busy++) {
        const { rows, row, more, quiet } = fit(queues(busy, 40 - busy), [], tall);
        expect(rows.length + more + quiet).toBe(40);
        expect(row).toBeGreaterThanOrEqual(least);
        expect(rows.length * row + (more + quiet > 0 ? lastLine : 0)).toBeLessThanOrEqual(tall);
      }
    }
  });

  it('says that all are quiet when nothing goes on', () => {
    expect(fit(queues(0, 40), [], height)).toMatchObject({ rows: [], more: 0, quiet: 40 });
  });
});
