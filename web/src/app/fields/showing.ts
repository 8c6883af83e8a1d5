import type { Field } from './api';

export interface About {
  /** For which it came, with those above them. */
  reasons: string[];
  results: string[];
  /** Of the customer or order. */
  type?: string;
}

/** Whether a field is shown of such a case, customer or order; the server decides by the same rule. */
export function shows({ shown }: Pick<Field, 'shown'>, about: About): boolean {
  switch (shown.by) {
    case 'ALL': return true;
    case 'REASONS': return shown.reasons.some((one) => about.reasons.includes(one));
    case 'RESULTS': return shown.results.some((one) => about.results.includes(one));
    case 'TYPES': return about.type !== undefined && shown.types.includes(about.type);
  }
}

/** A reason and those above it. */
export function withAbove(reasons: { id: string; parent?: string }[], id: string | undefined): string[] {
  const one = reasons.find((each) => each.id === id);
  return one ? [one.id, ...withAbove(reasons, one.parent)] : [];
}
