/** Where somebody asks for a text block, and what he typed of it so far. */
export interface Asked {
  /** What the words of the block replace. */
  start: number;
  end: number;
  query: string;
}

const longest = 40;
const typed = /(?:^|\s)(\/[^\s/]*)$/;

/** A slash at the start of a line or after a space, up to the caret. A link or a fraction is none. */
export function askedBySlash(text: string, caret: number): Asked | undefined {
  const token = typed.exec(text.slice(0, caret))?.[1];
  if (token === undefined || token.length > longest) return undefined;
  return { start: caret - token.length, end: caret, query: token.slice(1) };
}

/** Asked for by the button: everything typed since is looked for, spaces too. */
export function askedFrom(text: string, start: number, caret: number): Asked | undefined {
  const query = text.slice(start, caret);
  if (caret < start || query.length > longest || query.includes('\n')) return undefined;
  return { start, end: caret, query };
}
