import { describe, expect, it } from 'vitest';
import { inSeconds, inUnit, unitOf } from './spans';

describe('a time in a rule', () => {
  it('is shown in the largest unit in which it is a whole number', () => {
    expect([45, 90, 120, 3600, 5400, 86_400].map((time) => [unitOf(time), inUnit(time, unitOf(time))])).toEqual([
      ['second', 45], ['second', 90], ['minute', 2], ['hour', 1], ['minute', 90], ['hour', 24],
    ]);
  });

  it('is what it was after it was shown', () => {
    for (const time of [1, 59, 60, 61, 3599, 3600, 7200, 100_000]) expect(inSeconds(inUnit(time, unitOf(time)), unitOf(time))).toBe(time);
  });
});
