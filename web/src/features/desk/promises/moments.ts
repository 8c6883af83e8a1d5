import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { SaidAct } from './api';

dayjs.extend(utc);
dayjs.extend(timezone);

const written = 'YYYY-MM-DDTHH:mm';

/** Now by the clock of the brand, which is the one the customer is told. */
export const nowIn = (zone: string | undefined) => (zone ? dayjs().tz(zone) : dayjs());

/** The day of the calendar on which an instant is by the clock of the brand. */
export const dayIn = (instant: string, zone: string | undefined) => (zone ? dayjs(instant).tz(zone) : dayjs(instant)).format('YYYY-MM-DD');

/** Between an instant and how a field writes it, by the clock of whoever fills it in. */
export const toField = (instant: string) => dayjs(instant).format(written);
export const fromField = (value: string) => (value === '' ? undefined : dayjs(value).toISOString());

/** A promise that one gives with one choice. */
export interface Usual { key: string; act: SaidAct; from?: string; due: string }

/** A whole hour of that day, also where the clock was changed in between. */
const at = (day: dayjs.Dayjs, hour: number) => day.startOf('day').hour(hour);

/** So many days from now on which people work; customers count Saturdays and Sundays out. */
function workingDay(now: dayjs.Dayjs, days: number): dayjs.Dayjs {
  let day = now;
  for (let left = days; left > 0;) {
    day = day.add(1, 'day');
    if (day.day() !== 0 && day.day() !== 6) left -= 1;
  }
  return day;
}

/** What is promised most, from here and now: today only while there is enough of it. */
export function usualPromises(now: dayjs.Dayjs): Usual[] {
  const next = workingDay(now, 1);
  const today = at(now, 17);
  const workday = now.day() !== 0 && now.day() !== 6;
  return [
    { key: 'call', act: 'CALL_BACK', from: at(next, 9).toISOString(), due: at(next, 12).toISOString() },
    { key: 'callAfternoon', act: 'CALL_BACK', from: at(next, 13).toISOString(), due: at(next, 17).toISOString() },
    workday && today.diff(now, 'hour') >= 1
      ? { key: 'today', act: 'WRITE_BACK', due: today.toISOString() }
      : { key: 'next', act: 'WRITE_BACK', due: at(next, 17).toISOString() },
    { key: 'refund', act: 'REFUND', due: at(workingDay(now, 5), 17).toISOString() },
  ];
}
