/** What can be chosen: all that is not archived, and what was chosen when the form was opened. */
export const offered = <T extends { id: string; archived: boolean }>(all: T[] | undefined, chosenBefore: (string | null | undefined)[] = []): T[] =>
  (all ?? []).filter((one) => !one.archived || chosenBefore.includes(one.id));
