/** What news can be about, as the server names it. */
export const newsKinds = ['WORK', 'CUSTOMER', 'COLLEAGUE', 'PROMISE', 'UNSENT'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Something of this person's own, told to him. */
export interface News {
  kind: NewsKind;
  /** The last part of the text's key: what happened, without a name or a subject. */
  says: 'offered' | 'given' | 'wrote' | 'notice' | 'consult' | 'department' | 'gestureAsked' | 'gestureDecided' | 'promise' | 'promiseLate' | 'promiseGiven' | 'notSent' | 'notArrived';
  conversation?: string;
  /** What it is about, in somebody's words: only for who wants to see that. */
  about?: string;
  /** Where it stands. */
  to?: string;
  /** It stands on every page until something is done with it, whatever one chose. */
  stays?: boolean;
  /** Which of two pieces of news is the same again. */
  key: string;
}

interface SeenRow { conversation: string; subject: string; assignedTo?: string }

/** What the screen last heard of conversations that are mine; the newest, so that a whole day does not stay. */
export class Mine {
  private readonly rows = new Map<string, SeenRow>();

  constructor(private readonly me: string) {}

  see(row: SeenRow) {
    this.rows.delete(row.conversation);
    if (row.assignedTo !== this.me) return;
    this.rows.set(row.conversation, row);
    if (this.rows.size > 200) this.rows.delete(this.rows.keys().next().value!);
  }

  get(conversation: string) {
    return this.rows.get(conversation);
  }
}

/** What came to his hands because he did something himself is no news to him. */
const ownDoing = ['picked-up', 'case-left', 'promise-settled', 'answer-taken-back'];

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const desk = (conversation?: string) => (conversation ? `/desk/all/${conversation}` : undefined);

type Reader = (data: Record<string, unknown>, me: string, mine: Mine) => News | undefined;

const about = (kind: NewsKind, says: News['says'], name: string): Reader => (data) => {
  const conversation = text(data.conversation);
  return { kind, says, conversation, about: text(data.words), to: desk(conversation), key: `${name}-${text(data.promise) ?? text(data.consult) ?? conversation}` };
};

const given: Reader = (data, me, mine) => {
  const why = text(data.why) ?? '';
  if (ownDoing.includes(why)) return undefined;
  const [kind, says]: [NewsKind, News['says']] = why === 'promise-late' ? ['PROMISE', 'promiseLate']
    : why === 'promise-due' ? ['PROMISE', 'promise']
    : why === 'answer-not-sent' ? ['UNSENT', 'notSent']
    : why.startsWith('consult-') ? ['COLLEAGUE', 'consult']
    : ['WORK', 'given'];
  return about(kind, says, 'given')(data, me, mine);
};

/** Each event of the stream that can be news to somebody, and what it then is. */
const readers: Record<string, Reader> = {
  'desk.row.changed': (data, _me, mine) => {
    mine.see(data.row as SeenRow);
    return undefined;
  },
  'offer.made': (data) => {
    const offer = data.offer as { id: string; conversation: string; subject: string };
    return { kind: 'WORK', says: 'offered', conversation: offer.conversation, about: offer.subject, stays: true, key: offerKey(offer.id) };
  },
  'contact.given': given,
  'desk.message.written': (data, _me, mine) => {
    const conversation = text(data.conversation)!;
    const row = mine.get(conversation);
    if (data.direction !== 'in' || data.purpose !== 'conversation' || data.automatic || !row) return undefined;
    return { kind: 'CUSTOMER', says: 'wrote', conversation, about: row.subject, to: desk(conversation), key: `wrote-${conversation}` };
  },
  'notice.sent': (data) => ({ kind: 'COLLEAGUE', says: 'notice', stays: true, key: `notice-${text(data.id)}` }),
  'consult.came-back': about('COLLEAGUE', 'consult', 'consult'),
  'consult.written': (data) => (data.customer ? { kind: 'COLLEAGUE', says: 'department', to: '/asked', key: `department-${text(data.consult)}` } : undefined),
  'gesture.asked': (data, me) => (data.giver === me ? undefined : { kind: 'COLLEAGUE', says: 'gestureAsked', to: '/gestures?shown=asked', key: `gesture-${text(data.gesture)}` }),
  'gesture.decided': (data) => {
    const conversation = text(data.conversation);
    return { kind: 'COLLEAGUE', says: 'gestureDecided', conversation, to: desk(conversation), key: `decided-${text(data.gesture)}` };
  },
  'promise.reminded': about('PROMISE', 'promise', 'promise'),
  'promise.presses': about('PROMISE', 'promise', 'promise'),
  'promise.late': about('PROMISE', 'promiseLate', 'late'),
  'promise.handed-over': about('PROMISE', 'promiseGiven', 'handed-over'),
  'answer.not-sent': about('UNSENT', 'notSent', 'not-sent'),
  'contacts.undelivered.mine': (data, me, mine) => (data.stopped ? about('UNSENT', 'notArrived', 'not-arrived')(data, me, mine) : undefined),
};

export const heard = Object.keys(readers);

export const offerKey = (offer: string) => `offer-${offer}`;

export const newsOf = (event: string, data: unknown, me: string, mine: Mine): News | undefined =>
  readers[event]?.((data ?? {}) as Record<string, unknown>, me, mine);
