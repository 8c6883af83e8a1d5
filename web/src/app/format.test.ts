import { afterEach, describe, expect, it, vi } from 'vitest';
import { formats } from './format';

describe('a day of the calendar', () => {
  afterEach(() => vi.unstubAllEnvs());
  const now = new Date('2026-11-03T23:30:00Z');

  it('is that day wherever the reader is, also today', () => {
    for (const reader of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Amsterdam']) {
      vi.stubEnv('TZ', reader);
      expect(formats('en').calendarDay('2026-11-03', now), reader).toBe('3 Nov');
      expect(formats('nl').calendarDay('2026-11-03', now), reader).toBe('3 nov');
    }
  });

  it('has its year when that is another one', () => {
    expect(formats('en').calendarDay('2025-12-29', now)).toBe('29 Dec 2025');
  });
});

describe('a time that the customer was told', () => {
  afterEach(() => vi.unstubAllEnvs());
  /** As a reader there sees it, of a brand in Amsterdam. */
  const read = (reader: string, instant: string, now: string, language = 'en') => {
    vi.stubEnv('TZ', reader);
    return formats(language, { told: 'Europe/Amsterdam' }).moment(instant, new Date(now));
  };

  it('is by the clock of the reader, with that of the brand behind it', () => {
    expect(read('America/Paramaribo', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z')).toBe('10:00 (15:00 in Amsterdam)');
    expect(read('America/Paramaribo', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z', 'nl')).toBe('10:00 (15:00 in Amsterdam)');
  });

  it('names no zone where both clocks say the same', () => {
    expect(read('Europe/Amsterdam', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z')).toBe('15:00');
    expect(read('Europe/Madrid', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z')).toBe('15:00');
  });

  it('follows the change of a clock: what is equal in summer may differ in winter', () => {
    expect(read('Africa/Johannesburg', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z')).toBe('15:00');
    expect(read('Africa/Johannesburg', '2026-12-01T13:00:00Z', '2026-12-01T12:00:00Z')).toBe('15:00 (14:00 in Amsterdam)');
    // an hour before and after the clock in Amsterdam goes back
    expect(read('Africa/Johannesburg', '2026-10-25T00:30:00Z', '2026-10-25T00:00:00Z')).toBe('02:30');
    expect(read('Africa/Johannesburg', '2026-10-25T01:30:00Z', '2026-10-25T00:00:00Z')).toBe('03:30 (02:30 in Amsterdam)');
  });

  it('says the day where that is another one there', () => {
    expect(read('America/New_York', '2026-06-01T23:30:00Z', '2026-06-01T20:00:00Z')).toBe('19:30 (Tue 01:30 in Amsterdam)');
  });

  it('is written by the clock of the brand alone in what the customer reads', () => {
    vi.stubEnv('TZ', 'America/Paramaribo');
    expect(formats('nl', { zone: 'Europe/Amsterdam' }).time('2026-06-01T13:00:00Z')).toBe('15:00');
    expect(formats('nl', { zone: 'Europe/Amsterdam', told: 'Etc/UTC' }).time('2026-06-01T13:00:00Z')).toBe('15:00 (13:00 UTC)');
  });

  it('says the hour of what is to be done, however far away', () => {
    const now = new Date('2026-12-02T09:00:00');
    const due = (at: string) => formats('en').due(new Date(at).toISOString(), now);
    expect(due('2026-12-02T14:05:00')).toBe('14:05');
    expect(due('2026-12-04T14:05:00')).toBe('Fri 14:05');
    expect(due('2026-12-20T14:05:00')).toBe('20 Dec 14:05');
    expect(due('2026-11-30T14:05:00')).toBe('30 Nov 14:05');
    expect(due('2027-01-04T14:05:00')).toBe('4 Jan 2027 14:05');
  });
});

describe('a span', () => {
  it('of a longer time never reads as a shorter one', () => {
    const read = (minutes: number) => formats('en').span(minutes * 60_000);
    expect([0.5, 59, 60, 99, 105, 119, 599, 600, 750, 47 * 60, 50 * 60].map(read))
      .toEqual(['30s', '59m', '1h', '1h 39m', '1h 45m', '1h 59m', '9h 59m', '10h', '12h', '47h', '2d']);
  });
});
