import type { QueryClient } from '@tanstack/react-query';
import { keys, readNewer } from '../api';
import type { Message, OpenConversation } from '../types';

interface Offer {
  conversation: string;
  words: string;
  /** The last message before the promise was made. */
  since: number;
  told: boolean;
  hide: () => void;
}

/** What can be taken back until the customer has the words; it outlives the composer, as its toast does. */
const offers = new Set<Offer>();

const newest = (queries: QueryClient, conversation: string) => queries.getQueryData<OpenConversation>(keys.conversation(conversation))?.messages ?? [];

/** Whether a message tells the customer, or colleagues of him, what was promised; the line about the promise itself does not. */
const holds = (offer: Offer, message: Message) =>
  message.seq > offer.since && (message.direction === 'out' || message.direction === 'note') && message.text.includes(offer.words);

function end(offer: Offer) {
  offer.told = true;
  offers.delete(offer);
  offer.hide();
}

/** Offers to take a promise back. @param show shows the offer, and returns what takes it away */
export function offerUndo(queries: QueryClient, conversation: string, words: string, show: (stillUntold: () => Promise<boolean>) => () => void) {
  const offer: Offer = { conversation, words, since: newest(queries, conversation).at(-1)?.seq ?? 0, told: false, hide: () => {} };
  offers.add(offer);
  offer.hide = show(async () => {
    // another tab may have sent it, and the stream may be behind
    if (!offer.told) await readNewer(queries, conversation);
    const told = offer.told || newest(queries, conversation).some((message) => holds(offer, message));
    offers.delete(offer);
    return !told;
  });
}

/** Something leaves from here. An answer may tell the promise in other words, so any ends the offer; a note only with the very words. */
export function leaving(conversation: string, text: string, toCustomer: boolean) {
  offers.forEach((offer) => { if (offer.conversation === conversation && (toCustomer || text.includes(offer.words))) end(offer); });
}

/** What stands in the thread now, from wherever it was sent. */
export function shown(conversation: string, messages: Message[]) {
  offers.forEach((offer) => { if (offer.conversation === conversation && messages.some((message) => holds(offer, message))) end(offer); });
}
