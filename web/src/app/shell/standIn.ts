/** From the inside out: in what something stood, and as which child. */
export type Place = { parent: Element; index: number }[];

const inUse = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';
/** Where one thing takes the place of another; what fills a whole page does not. */
const parts = 'ul, ol, table, form, li, article, section, aside, header, [role="group"]';

export function place(what: Element): Place {
  const at: Place = [];
  for (let one = what; one.parentElement && one.parentElement !== document.body; one = one.parentElement) {
    at.push({ parent: one.parentElement, index: [...one.parentElement.children].indexOf(one) });
  }
  return at;
}

/** What stands now where this stood: the next row of the list, or the button that came instead. */
export function standIn(at: Place): HTMLElement | undefined {
  const left = at.find(({ parent }) => parent.isConnected);
  if (!left?.parent.closest(parts)) return undefined;
  const now = [...left.parent.children];
  const same = now[Math.min(left.index, now.length - 1)];
  return [same, left.parent].flatMap((one) => (one?.matches(inUse) ? [one] : [...(one?.querySelectorAll(inUse) ?? [])]))
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.tabIndex >= 0 && one.checkVisibility());
}
