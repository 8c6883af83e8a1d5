/** What is filled in by itself in a text block; the server refuses other names. */
export const placeholders = ['name', 'firstName', 'agent', 'brand', 'number', 'order', 'subject'] as const;
export type Placeholder = (typeof placeholders)[number];
export type Values = Partial<Record<Placeholder, string>>;

export interface Blank { start: number; end: number; label: string }

const between = /\{([^{}]*)\}/g;
const blank = /⟦([^⟦⟧\n]*)⟧/g;
const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/**
 * The words as they go into an answer, in one go: what a customer is called is never a placeholder itself. What is not known, and what the
 * block asks of the writer, becomes a blank.
 */
export function filled(words: string, values: Values, nameOf: (placeholder: Placeholder) => string): string {
  return words.replace(between, (whole, inside: string) => {
    if (inside.startsWith('?')) return `⟦${inside.slice(1).trim()}⟧`;
    if (!isPlaceholder(inside)) return whole;
    const value = values[inside]?.replace(/[⟦⟧\r\n]+/g, ' ').trim();
    return value || `⟦${nameOf(inside)}⟧`;
  });
}

export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(blank)].map((found) => ({ start: found.index, end: found.index + found[0].length, label: found[1]!.trim() }));
}

const noFirstName = new Set(['de', 'het', 'den', 'der', 'ten', 'ter', 'van', 'von', 'the', 'meneer', 'mevrouw', 'mevr', 'mw', 'mej', 'heer', 'dhr', 'hr', 'fam', 'familie',
  'firma', 'stichting', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'madam', 'dr', 'drs', 'ir', 'ing', 'prof', 'family']);

/** As one greets somebody; absent where a name begins with a title, a family name or an initial, or is an address. */
export function firstNameOf(name: string | undefined): string | undefined {
  const first = name?.trim().split(/\s+/)[0];
  if (!first || /[.,]$/.test(first) || first.length < 2 || name!.includes('@') || !/^\p{L}/u.test(first)) return undefined;
  return noFirstName.has(first.toLowerCase()) ? undefined : first;
}
