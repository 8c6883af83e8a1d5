/** What the desk's endpoints answer. */
export type CaseState = 'OPEN' | 'WAITING_FOR_CUSTOMER' | 'SOLVED';
export type Result = 'SOLVED' | 'ANSWERED' | 'FORWARDED' | 'NO_ANSWER_NEEDED' | 'UNREACHABLE' | 'SPAM';
export type Delivery = 'NONE' | 'QUEUED' | 'SENT' | 'DELAYED' | 'DELIVERED' | 'READ' | 'FAILED' | 'BOUNCED';
export type View = 'MINE' | 'TEAM' | 'WAITING' | 'ALL' | 'CLOSED';
export type PresenceState = 'AVAILABLE' | 'BUSY' | 'BREAK' | 'OFFLINE';
export type DraftKind = 'reply' | 'note';

export interface Watcher { user: string; name: string; typing: boolean }

export interface Row {
  conversation: string; contact: string; caseId: string; caseNumber: number; caseState: CaseState;
  brand: string; customer?: string; customerName?: string; channel: string; medium: string;
  subject: string; preview: string; previewFrom: string; state: 'waiting' | 'assigned' | 'closed';
  queue?: string; queueName?: string; assignedTo?: string; assignedName?: string;
  openedAt: string; lastAt: string; waitingSince?: string; dueAt?: string; late: boolean;
  undelivered: boolean; unread: boolean; closedAt?: string; watchers: Watcher[];
}

export interface Counts { mine: number; team: number; waiting: number; all: number; queues: Record<string, number> }
export interface Queue { id: string; brand: string; name: string }

export interface Attachment { id: string; name: string; type: string; size: number; contentId?: string; inline: boolean }
export interface Message {
  id: string; seq: number; direction: 'in' | 'out' | 'note' | 'event'; authorKind: 'customer' | 'user' | 'system';
  authorId?: string; authorName: string; at: string; text: string; foldedText?: string; html?: string; foldedHtml?: string;
  remoteImages: boolean; automatic: boolean; purpose: string; clientKey?: string; delivery: Delivery; deliveryDetail?: string;
  attachments: Attachment[];
}

export interface Draft { kind: DraftKind; text: string; seenSeq: number }

export interface Contact {
  id: string; caseId: string; caseNumber: number; brand: string; medium: string; channel: string; queue?: string;
  reason?: string; cause?: string; result?: Result; state: 'waiting' | 'assigned' | 'ended'; assignedTo?: string;
}

export interface PromiseView { id: string; kind: string; madeAt: string; dueAt: string; told: boolean; state: string; settledAt?: string }
export interface OrderLine { sku: string; name: string; quantity: number; priceMinor: number }
export interface Order {
  id: string; number: string; orderedAt: string; status: string; paymentStatus: string; totalMinor: number; currency: string;
  carrier?: string; trackingCode?: string; expectedOn?: string; shippedAt?: string; deliveredAt?: string; lines: OrderLine[];
}
export interface EarlierContact {
  contact: string; conversation: string; caseNumber: number; medium: string; subject: string; state: string; openedAt: string;
  handledBy?: string; score?: number; why?: string;
}
export interface Beside {
  customer: { id: string; name?: string; kind: string; language?: string; country?: string; surveysDeclined: boolean; createdAt: string };
  identities: { kind: string; value: string; proven: boolean }[];
  orders: Order[];
  history: EarlierContact[];
}

export interface OpenConversation {
  conversation: {
    id: string; brand: string; customer?: string; caseId: string; caseNumber: number; caseState: CaseState; channel: string;
    subject: string; senderProven: boolean; lastSeq: number; customerReadSeq: number; agentReadSeq: number;
  };
  row?: Row;
  caseView: { id: string; number: number; state: CaseState; subject: string; openedAt: string; solvedAt?: string; contacts: number };
  contact?: Contact;
  messages: Message[];
  earlier: boolean;
  drafts: Draft[];
  promises: PromiseView[];
  beside?: Beside;
}

export interface Choices {
  reasons: { id: string; parent?: string; nameNl: string; nameEn: string }[];
  departments: { id: string; nameNl: string; nameEn: string }[];
  queues: { id: string; name: string }[];
  colleagues: { id: string; name: string; presence: PresenceState }[];
}

export interface Offer {
  id: string; contact: string; conversation: string; queueName: string; medium: string; subject: string;
  waitingSince: string; offeredAt: string; expiresAt: string;
}
export interface Me {
  state: PresenceState; since: string; connected: boolean; capacity: { calls: number; chats: number; mails: number };
  load: Record<string, number>; offers: Offer[];
}
