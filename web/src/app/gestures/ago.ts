const day = 86_400_000;

/** How long ago, in the largest unit that says enough: today, 3 weeks ago. */
export function ago(instant: string, language: string, now = Date.now()): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const days = Math.floor((now - Date.parse(instant)) / day);
  if (days < 14) return words.format(-Math.max(0, days), 'day');
  if (days < 60) return words.format(-Math.round(days / 7), 'week');
  return days < 365 ? words.format(-Math.round(days / 30), 'month') : words.format(-Math.round(days / 365), 'year');
}
