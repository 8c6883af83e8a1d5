import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

const written = 'YYYY-MM-DDTHH:mm';

/** Between an instant and how a field writes it, by the clock of the brand. */
export const toField = (instant: string | Date, zone: string | undefined) => (zone ? dayjs(instant).tz(zone) : dayjs(instant)).format(written);
export const fromField = (value: string, zone: string | undefined) => (value === '' ? undefined : (zone ? dayjs.tz(value, zone) : dayjs(value)).toISOString());

/** How many days of the calendar lie between now and an instant, by the clock of the brand. */
export const daysAhead = (instant: string, zone: string | undefined, now = new Date()) => {
  const at = (one: string | Date) => (zone ? dayjs(one).tz(zone) : dayjs(one)).format('YYYY-MM-DD');
  return dayjs(at(instant)).diff(dayjs(at(now)), 'day');
};
