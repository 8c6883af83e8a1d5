import { describe, expect, it } from 'vitest';
import { daysAhead, fromField, toField } from './inZone';

describe('the clock of the brand', () => {
  it('is by which a moment is written and read, also when it changes', () => {
    expect(toField('2026-12-03T08:00:00Z', 'Europe/Amsterdam')).toBe('2026-12-03T09:00');
    expect(fromField('2026-12-03T09:00', 'Europe/Amsterdam')).toBe('2026-12-03T08:00:00.000Z');
    expect(fromField('2026-07-03T09:00', 'Europe/Amsterdam')).toBe('2026-07-03T07:00:00.000Z');
    expect(fromField('', 'Europe/Amsterdam')).toBeUndefined();
  });

  it('says how many days it is until then', () => {
    const now = new Date('2026-12-02T23:30:00Z');
    expect(daysAhead('2026-12-04T08:00:00Z', 'Europe/Amsterdam', now)).toBe(1);
    expect(daysAhead('2026-12-03T10:00:00Z', 'Europe/Amsterdam', now)).toBe(0);
  });
});
