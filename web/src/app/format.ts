import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Numbers, times and spans as the reader's language writes them.
 * @param timeZone instead of the reader's own; moments then name it wherever his own clock says something else
 */
export function formats(language: string, timeZone?: string) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const fineNumbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const weekdayClock = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const full = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const localDayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const localFull = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const ownClock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const zoneName = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);

  const sameDay = (a: Date, b: Date) => full.format(a) === full.format(b);
  const zone = (at: Date) => (clock.format(at) === ownClock.format(at)
    ? '' : ` ${zoneName.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value}`);

  return {
    number: (value: number) => numbers.format(value),
    /** With hundredths, for what is small. */
    fine: (value: number) => fineNumbers.format(value),
    /** A share between 0 and 1. */
    percent: (share: number) => percents.format(share),
    money: (minor: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100),
    time: (instant: string) => clock.format(new Date(instant)),
    date: (instant: string) => full.format(new Date(instant)),
    /** Monday 23 November; with the year when it is another one. */
    day: (instant: string, now = new Date()) => {
      const at = new Date(instant);
      return at.getFullYear() === now.getFullYear() ? weekday.format(at) : full.format(at);
    },
    /** A day of the calendar, as 2026-11-03, which is no moment: 3 Nov this year, else with the year. */
    calendarDay: (date: string, now = new Date()) => {
      const noon = new Date(`${date}T12:00`);
      return noon.getFullYear() === now.getFullYear() ? localDayMonth.format(noon) : localFull.format(noon);
    },
    shortDate: (instant: string) => dayMonth.format(new Date(instant)),
    dateTime: (instant: string) => `${full.format(new Date(instant))} ${clock.format(new Date(instant))}${zone(new Date(instant))}`,
    exact: (instant: string) => exact.format(new Date(instant)) + zone(new Date(instant)),
    /** As short as it can be understood: 14:05 today, Tue 14:05 this week, 3 Nov this year, else the full date. */
    moment: (instant: string, now = new Date()) => {
      const at = new Date(instant);
      if (sameDay(at, now)) return clock.format(at) + zone(at);
      if (Math.abs(now.getTime() - at.getTime()) < 6 * day) return weekdayClock.format(at) + zone(at);
      return at.getFullYear() === now.getFullYear() ? dayMonth.format(at) : full.format(at);
    },
    /** A span in its largest fitting unit: 40s, 12m, 3h, 5d. */
    span: (milliseconds: number) => {
      const length = Math.max(0, milliseconds);
      if (length < minute) return unit(Math.floor(length / 1000), 'second');
      if (length < 100 * minute) return unit(Math.floor(length / minute), 'minute');
      if (length < 48 * hour) return unit(Math.floor(length / hour), 'hour');
      return unit(Math.floor(length / day), 'day');
    },
    bytes: (size: number) => (size < 1024 * 1024
      ? `${numbers.format(Math.max(1, Math.round(size / 1024)))} kB`
      : `${numbers.format(size / 1024 / 1024)} MB`),
  };
}

export type Formats = ReturnType<typeof formats>;

export function useFormat(timeZone?: string): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language, timeZone), [i18n.language, timeZone]);
}
