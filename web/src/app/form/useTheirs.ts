/**
 * What somebody else made of the thing one has open, when it differs from what one opened. The list it comes from must
 * follow the live stream. Give the result to `FormDrawer`; `replace` opens the form anew with theirs.
 */
export function useTheirs<T extends { id: string }>(mine: T | undefined, all: T[] | undefined, replace: (theirs: T) => void): (() => void) | undefined {
  const now = mine && all?.find((one) => one.id === mine.id);
  return now && JSON.stringify(now) !== JSON.stringify(mine) ? () => replace(now) : undefined;
}
