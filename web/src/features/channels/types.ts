/** What the endpoints of the channels answer. */
export interface HourRow {
  hour: string; adapter: string; received: number; placed: number; refused: number; waiting: number;
  placements: number; duplicates: number; bounces: number;
}

export type EnvelopeState = 'waiting' | 'placed' | 'refused';

export interface EnvelopeRow {
  id: string; adapter: string; state: EnvelopeState; setAside: boolean; outcome?: string; sender?: string; subject?: string;
  proven?: boolean; attempts: number; repeats: number; size: number; receivedAt: string; settledAt?: string;
}

export interface PlacementRow { account: string; brand: string; conversation: string; why: string; nearMatch?: string; placedAt: string }

export interface EnvelopeDetail {
  envelope: EnvelopeRow; detail?: string; facts: Record<string, unknown>; findings: Record<string, unknown>; placements: PlacementRow[];
}

export interface SentMail {
  id: string; message: string; brand: string; sender: string; recipients: string[]; subject: string; purpose: string; size: number; at: string;
}

export interface SentDetail {
  mail: SentMail; text: string; html?: string; headers: { name: string; value: string }[]; attachments: string[];
}

export type Tls = 'none' | 'starttls' | 'tls';

export interface ImapSettings {
  host: string; port: number; tls: Tls; user: string; auth: 'password' | 'xoauth2'; secret?: string; folder: string;
  tokenUrl?: string; clientId?: string; clientSecret?: string; service?: string; sentFolder?: string;
}

export interface RelaySettings { host: string; port: number; tls: Tls; user?: string; secret?: string }

export interface Inbox {
  id: string; brand: string; address: string; name: string; kind: 'smtp' | 'imap'; active: boolean; signed: boolean; imap?: ImapSettings;
  relay?: RelaySettings; broken: boolean; stateDetail: string; stateAt: string;
}

export interface InboxDraft {
  brand: string; address: string; name: string; kind: 'smtp' | 'imap'; imap?: ImapSettings; relay?: RelaySettings;
}

export interface TestResult { mailbox: 'ok' | 'failed' | 'none'; relay: 'ok' | 'failed' | 'none'; detail?: string }

export interface Held {
  id: string; brands: string[]; sender: string; subject?: string; receivedAt: string; size: number; suspected: boolean; blocks: Blocked[];
}

export interface Blocked { id: string; brand: string; sender: string; blockedAt: string }
