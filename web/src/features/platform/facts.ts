/** One thing that an entry tells. Of a list that changed it tells what was added and what was removed. */
export type Fact =
  | { name: string; now: unknown; before?: unknown }
  | { name: string; added: unknown[]; removed: unknown[] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => JSON.stringify(value);
const without = (all: unknown[], others: unknown[]) => {
  const gone = new Set(others.map(text));
  return all.filter((one) => !gone.has(text(one)));
};

function difference(name: string, before: unknown, now: unknown): Fact {
  return Array.isArray(before) && Array.isArray(now)
    ? { name, added: without(now, before), removed: without(before, now) }
    : { name, before, now };
}

/** What an entry of the audit log says, fact by fact; of an old and a new value only what differs. */
export function facts({ old, new: now, ...others }: Record<string, unknown>): Fact[] {
  const rest: Fact[] = Object.entries(others).map(([name, value]) => ({ name, now: value }));
  if (old === undefined && now === undefined) return rest;
  if (old === undefined) return [...(isRecord(now) ? Object.entries(now).map(([name, value]) => ({ name, now: value })) : [{ name: 'value', now }]), ...rest];
  if (!isRecord(old) || !isRecord(now ?? {})) return [difference('value', old, now), ...rest];
  const after = (now ?? {}) as Record<string, unknown>;
  const names = [...new Set([...Object.keys(after), ...Object.keys(old)])].filter((name) => text(old[name]) !== text(after[name]));
  return [...names.map((name) => difference(name, old[name], after[name])), ...rest];
}
