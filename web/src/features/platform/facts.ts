export interface Fact { name: string; now: unknown; before?: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What an entry of the audit log says, fact by fact; of an old and a new value only what differs. */
export function facts({ old, new: now, ...others }: Record<string, unknown>): Fact[] {
  const rest = Object.entries(others).map(([name, value]) => ({ name, now: value }));
  if (old === undefined && now === undefined) return rest;
  if (!isRecord(old ?? {}) || !isRecord(now ?? {})) return [{ name: 'value', now, ...(old !== undefined && { before: old }) }, ...rest];
  const before = (old ?? {}) as Record<string, unknown>;
  const after = (now ?? {}) as Record<string, unknown>;
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return [
    ...names.filter((name) => !same(before[name], after[name]))
      .map((name) => ({ name, now: after[name], ...(old !== undefined && { before: before[name] }) })),
    ...rest,
  ];
}
