import type { Addressees, OpenConversation } from '../types';

type Recipients = OpenConversation['conversation']['recipients'];

export type Place = 'to' | 'cc' | 'bcc';
export const places: Place[] = ['to', 'cc', 'bcc'];

/** The customer, and those who get every answer of the conversation. */
export const usual: Addressees = { customerOnly: false, to: [], cc: [], bcc: [] };

export const areUsual = ({ customerOnly, to, cc, bcc }: Addressees) => !customerOnly && to.length + cc.length + bcc.length === 0;

/** As it is sent: nothing when nothing was chosen. */
export const chosenOf = (addressees: Addressees) => (areUsual(addressees) ? undefined : addressees);

/** Each address in one place: where it was put last. */
export function put(addressees: Addressees, place: Place, addresses: string[]): Addressees {
  const next = { ...addressees };
  for (const each of places) next[each] = addressees[each].filter((one) => !addresses.includes(one));
  next[place] = [...next[place], ...new Set(addresses)];
  return next;
}

export function without(addressees: Addressees, address: string): Addressees {
  const next = { ...addressees };
  for (const each of places) next[each] = addressees[each].filter((one) => one !== address);
  return next;
}

/** Both choices, of an answer that comes back to where somebody chose already. */
export function both(some: Addressees, others: Addressees | undefined): Addressees {
  if (!others) return some;
  const all = places.reduce((sum, place) => put(sum, place, others[place]), some);
  return { ...all, customerOnly: some.customerOnly || others.customerOnly };
}

/** What somebody can type who means one mailbox; the server asks the same. */
const one = /^[^\s\p{Cc}@<>(),;:"[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const longest = 320;
const isOne = (text: string) => text.length <= longest && one.test(text);

/** Parts between commas, semicolons and lines that stand in no quotes and no angle brackets. */
const parts = (text: string) => text.match(/(?:"[^"]*"|<[^<>]*>|[^,;\n\r"<]|["<])+/g) ?? [];

/**
 * Addresses as people type and copy them: `Jan <jan@a.example>, "Vries, Els" <els@a.example>; bo@b.example`.
 *
 * @returns rest what was no address, as it was typed
 */
export function readAddresses(text: string): { addresses: string[]; rest: string } {
  const addresses: string[] = [];
  const rest: string[] = [];
  for (const part of parts(text).map((each) => each.trim()).filter(Boolean)) {
    const meant = /<([^<>]*)>$/.exec(part)?.[1]?.trim() ?? part;
    const several = meant.split(/\s+/);
    if (several.every(isOne)) addresses.push(...several.map((each) => each.toLowerCase()));
    else rest.push(part);
  }
  return { addresses: [...new Set(addresses)], rest: rest.join(', ') };
}

/** Everybody whom an answer goes to. */
export const goesTo = (recipients: Recipients, { customerOnly, ...added }: Addressees): Recipients => [
  ...recipients.filter(({ part }) => part === 'TO' || (part === 'CC' && !customerOnly)),
  ...places.flatMap((place) => added[place].map((address) => ({ address, part: place.toUpperCase() as 'TO' | 'CC' | 'BCC' }))),
];
