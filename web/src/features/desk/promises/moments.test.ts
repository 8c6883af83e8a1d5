import { describe, expect, test, vi } from 'vitest';
import { dayIn, fromField, toField } from './moments';

describe('moments of a promise', () => {
  test('a field is read and written by the clock of who fills it in, on both sides of a clock change', () => {
    for (const zone of ['Europe/Amsterdam', 'America/Paramaribo']) {
      vi.stubEnv('TZ', zone);
      for (const instant of ['2026-07-01T10:00:00.000Z', '2026-10-24T23:30:00.000Z', '2026-10-25T02:30:00.000Z', '2026-12-01T08:00:00.000Z']) {
        expect(fromField(toField(instant))).toBe(instant);
      }
    }
    expect(toField('2026-12-01T08:00:00.000Z')).toBe('2026-12-01T05:00');
    expect(fromField('')).toBeUndefined();
    vi.unstubAllEnvs();
  });

  test('a day is that of the clock of the brand', () => {
    expect(dayIn('2026-12-01T23:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-02');
    expect(dayIn('2026-12-01T23:30:00.000Z', 'America/Paramaribo')).toBe('2026-12-01');
  });
});
