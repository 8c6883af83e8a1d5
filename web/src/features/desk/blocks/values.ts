import { firstNameOf, type Values } from '@app/textblocks/fill';
import type { SessionUser } from '@app/session';
import type { OpenConversation } from '../types';

/** What can be filled in for this conversation. */
export function valuesOf(open: OpenConversation, me: Pick<SessionUser, 'name' | 'brands'>): Values {
  const { conversation, beside, row } = open;
  const name = beside?.customer?.name || row?.customerName;
  return {
    name: name?.includes('@') ? undefined : name,
    firstName: firstNameOf(name),
    agent: me.name,
    brand: me.brands.find((one) => one.id === conversation.brand)?.name,
    number: conversation.caseNumber === undefined ? undefined : String(conversation.caseNumber),
    order: orderOf(open),
    subject: conversation.subject,
  };
}

/** The only order there is, or the only one that the conversation names: guessing would tell somebody of a wrong one. */
function orderOf({ beside, conversation, messages }: OpenConversation): string | undefined {
  const numbers = (beside?.orders ?? []).map((one) => one.number);
  const said = [conversation.subject, ...messages.filter((one) => one.direction !== 'note').map((one) => one.text)].join('\n').toLowerCase();
  const words = new Set(said.split(/[^\p{L}\p{N}-]+/u));
  const named = numbers.filter((one) => words.has(one.toLowerCase()));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return numbers.length === 1 ? numbers[0] : undefined;
}
