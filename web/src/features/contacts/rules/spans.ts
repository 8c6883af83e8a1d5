export const units = ['second', 'minute', 'hour'] as const;
export type Unit = (typeof units)[number];

const seconds: Record<Unit, number> = { second: 1, minute: 60, hour: 3600 };

/** The largest unit in which a time is a whole number. */
export const unitOf = (time: number | undefined): Unit => (time === undefined ? 'hour' : time % 3600 === 0 ? 'hour' : time % 60 === 0 ? 'minute' : 'second');
export const inUnit = (time: number, unit: Unit) => time / seconds[unit];
export const inSeconds = (value: number, unit: Unit) => Math.round(value * seconds[unit]);
