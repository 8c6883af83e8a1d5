import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

const written = 'YYYY-MM-DDTHH:mm';

/** The day of the calendar on which an instant is by the clock of the brand. */
export const dayIn = (instant: string, zone: string | undefined) => (zone ? dayjs(instant).tz(zone) : dayjs(instant)).format('YYYY-MM-DD');

/** Between an instant and how a field writes it, by the clock of whoever fills it in. */
export const toField = (instant: string) => dayjs(instant).format(written);
export const fromField = (value: string) => (value === '' ? undefined : dayjs(value).toISOString());
