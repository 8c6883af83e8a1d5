/** What can be chosen: all that is not archived, and what was chosen before it was. */
export const offered = <T extends { id: string; archived: boolean }>(all: T[] | undefined, chosen: (string | null | undefined)[] = []): T[] =>
  (all ?? []).filter((one) => !one.archived || chosen.includes(one.id));
