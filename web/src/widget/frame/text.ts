/** Cuts a text into plain pieces and web addresses. Only http and https become links; a full stop behind one is not part of it. */
export function pieces(text: string): { text: string; href?: string }[] {
  const found: { text: string; href?: string }[] = [];
  let from = 0;
  for (const hit of text.matchAll(/https?:\/\/[^\s<>"']+/g)) {
    const address = hit[0].replace(/[.,;:!?)\]}]+$/, '');
    if (!URL.canParse(address)) continue;
    if (hit.index > from) found.push({ text: text.slice(from, hit.index) });
    found.push({ text: address, href: address });
    from = hit.index + address.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** As people count: a flag or a family of emoji is one. */
function characters(text: string): string[] {
  return 'Segmenter' in Intl ? [...new Intl.Segmenter().segment(text)].map((one) => one.segment) : [...text];
}

/** Counted as the server counts: code points. */
export const length = (text: string): number => [...text].length;

/** One to three emoji and nothing else: shown large. */
export function onlyEmoji(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  return bare !== '' && /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f]+$/u.test(bare) && characters(bare).length <= 3;
}

export function initial(name: string): string {
  return (characters(name.trim())[0] ?? '?').toLocaleUpperCase();
}

export const looksLikeEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(text) && text.length <= 254;
