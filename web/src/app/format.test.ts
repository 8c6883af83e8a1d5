import { describe, expect, it } from 'vitest';
import { formats } from './format';

describe('a day of the calendar', () => {
  const now = new Date('2026-11-03T23:30:00Z');

  it('is that day wherever the reader is, also today', () => {
    expect(formats('en', 'Pacific/Kiritimati').calendarDay('2026-11-03', now)).toBe('3 Nov');
    expect(formats('nl', 'America/Los_Angeles').calendarDay('2026-11-03', now)).toBe('3 nov');
  });

  it('has its year when that is another one', () => {
    expect(formats('en').calendarDay('2025-12-29', now)).toBe('29 Dec 2025');
  });
});
