/** Whoever plans must see it coming: this long before its last day. */
const ahead = 30;

const isoDay = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** How it stands with a skill that counts until a day: over, soon over, or neither. */
export function expiry(until: string | undefined, now = new Date()): 'over' | 'soon' | undefined {
  if (!until) return undefined;
  if (until < isoDay(now)) return 'over';
  return until <= isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead)) ? 'soon' : undefined;
}

/** The first of somebody's skills to end, if that is over or soon. */
export const firstToEnd = (until: Record<string, string>, now = new Date()): [skill: string, until: string] | undefined =>
  Object.entries(until).filter(([, day]) => expiry(day, now)).sort(([, a], [, b]) => a.localeCompare(b))[0];
