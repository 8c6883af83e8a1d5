import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Clocks {
  /** By which all is written, instead of the reader's own: for what is not for him. */
  zone?: string;
  /** By whose clock the customer was told it; behind a time wherever that says something else than the reader's own. */
  told?: string;
}

/** Numbers, times and spans as the reader's language writes them; times by his own clock. */
export function formats(language: string, { zone: timeZone, told }: Clocks = {}) {
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
  const toldClock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: told });
  const toldWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: told });
  const toldDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: told });
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);

  const sameDay = (a: Date, b: Date) => full.format(a) === full.format(b);
  /** Also with its day, where that is another one there. */
  const there = (at: Date) => {
    const sameDate = toldDay.format(at) === full.format(at);
    if (!told || (sameDate && toldClock.format(at) === clock.format(at))) return undefined;
    return `${(sameDate ? toldClock : toldWeekday).format(at)} ${placeOf(told)}`;
  };
  const asTold = (at: Date) => (there(at) ? ` (${there(at)})` : '');

  return {
    number: (value: number) => numbers.format(value),
    /** With hundredths, for what is small. */
    fine: (value: number) => fineNumbers.format(value),
    /** A share between 0 and 1. */
    percent: (share: number) => percents.format(share),
    /** A share in hundredths, without decimals. */
    hundredths: (percent: number) => percents.format(Math.round(percent) / 100),
    money: (minor: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100),
    time: (instant: string) => clock.format(new Date(instant)) + asTold(new Date(instant)),
    /** What the customer is told of this time, where that is not what stands on the reader's clock. */
    there: (instant: string) => there(new Date(instant)),
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
    dateTime: (instant: string) => `${full.format(new Date(instant))} ${clock.format(new Date(instant))}${asTold(new Date(instant))}`,
    exact: (instant: string) => exact.format(new Date(instant)) + asTold(new Date(instant)),
    /** As short as it can be understood: 14:05 today, Tue 14:05 this week, 3 Nov this year, else the full date. */
    moment: (instant: string, now = new Date()) => {
      const at = new Date(instant);
      if (sameDay(at, now)) return clock.format(at) + asTold(at);
      if (Math.abs(now.getTime() - at.getTime()) < 6 * day) return weekdayClock.format(at) + asTold(at);
      return at.getFullYear() === now.getFullYear() ? dayMonth.format(at) : full.format(at);
    },
    /** By when something is to be done: with the hour, however far away, and with the day of the week only when it is to come. */
    due: (instant: string, now = new Date()) => {
      const at = new Date(instant);
      const ahead = at.getTime() - now.getTime();
      if (sameDay(at, now)) return clock.format(at) + asTold(at);
      if (ahead > 0 && ahead < 6 * day) return weekdayClock.format(at) + asTold(at);
      return `${(at.getFullYear() === now.getFullYear() ? dayMonth : full).format(at)} ${clock.format(at)}${asTold(at)}`;
    },
    /** A span as it is read at a glance, a longer one never with a smaller number alone: 40s, 12m, 1h 45m, 12h, 5d. */
    span: (milliseconds: number) => {
      const length = Math.max(0, milliseconds);
      if (length < minute) return unit(Math.floor(length / 1000), 'second');
      if (length < hour) return unit(Math.floor(length / minute), 'minute');
      const minutes = Math.floor(length / minute) % 60;
      if (length < 10 * hour && minutes > 0) return `${unit(Math.floor(length / hour), 'hour')} ${unit(minutes, 'minute')}`;
      if (length < 48 * hour) return unit(Math.floor(length / hour), 'hour');
      return unit(Math.floor(length / day), 'day');
    },
    bytes: (size: number) => (size < 1024 * 1024
      ? `${numbers.format(Math.max(1, Math.round(size / 1024)))} kB`
      : `${numbers.format(size / 1024 / 1024)} MB`),
  };
}

/** "in Amsterdam", the same in both languages; a zone without a place is called by its name. */
function placeOf(zone: string) {
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return zone.includes('/') && !zone.startsWith('Etc/') ? `in ${place}` : place;
}

export type Formats = ReturnType<typeof formats>;

/** @param told the zone by whose clock the customer was told the times that are shown */
export function useFormat(told?: string): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language, { told }), [i18n.language, told]);
}
