import dayjs from 'dayjs';
import { describe, expect, test, vi } from 'vitest';
import { dayIn, fromField, toField, usualPromises } from './moments';

const at = (written: string) => usualPromises(dayjs(written)).map((one) => [one.key, dayjs(one.due).format('ddd DD HH:mm')]);

describe('what is promised most', () => {
  test('answers today while there is enough of it', () => {
    expect(at('2026-11-30T10:00')).toEqual([['call', 'Tue 01 12:00'], ['callAfternoon', 'Tue 01 17:00'], ['today', 'Mon 30 17:00'], ['refund', 'Mon 07 17:00']]);
  });

  test('answers on the next working day when the day is nearly over', () => {
    expect(at('2026-11-30T16:30')[2]).toEqual(['next', 'Tue 01 17:00']);
  });

  test('promises nothing for a weekend', () => {
    expect(at('2026-12-04T18:00')).toEqual([['call', 'Mon 07 12:00'], ['callAfternoon', 'Mon 07 17:00'], ['next', 'Mon 07 17:00'], ['refund', 'Fri 11 17:00']]);
    expect(at('2026-12-05T10:00')[2]).toEqual(['next', 'Mon 07 17:00']);
  });

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

  test('counts by the clock of the brand, also over a clock change', () => {
    const friday = dayjs('2026-10-23T10:00:00Z').tz('Europe/Amsterdam');
    const saturday = dayjs('2026-10-24T10:00:00Z').tz('Europe/Amsterdam');
    expect(usualPromises(friday)[0]).toMatchObject({ from: '2026-10-26T08:00:00.000Z', due: '2026-10-26T11:00:00.000Z' });
    expect(usualPromises(saturday)[0]).toMatchObject({ from: '2026-10-26T08:00:00.000Z' });
    expect(usualPromises(dayjs('2026-07-01T10:00:00Z').tz('Europe/Amsterdam'))[2]).toMatchObject({ key: 'today', due: '2026-07-01T15:00:00.000Z' });
  });

  test('calls back within a span that lies in one day', () => {
    const [call] = usualPromises(dayjs('2026-11-30T10:00'));
    expect(dayjs(call!.from).isSame(call!.due, 'day')).toBe(true);
  });
});
