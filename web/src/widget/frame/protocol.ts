/** The shapes of docs/widget-protocol.md. */
export interface Wait { ahead: number; expectedSeconds?: number }

/** A reason with a parent is shown once that was chosen. */
export interface Reason { id: string; label: string; parent?: string }

export interface FileRef { id: string; name: string; type: string; size: number }

export interface Message {
  seq: number;
  id: string;
  from: 'visitor' | 'agent' | 'system';
  name: string;
  at: string;
  text: string;
  clientKey?: string;
  files: FileRef[];
}

export interface ChatState {
  id: string;
  state: 'waiting' | 'assigned' | 'ended';
  agent?: string;
  wait?: Wait;
  /** By when we promised to answer, while one waits. */
  answerBy?: string;
  lastSeq: number;
  readByAgent: number;
  readByVisitor: number;
  unread: number;
  endedBy?: 'agent' | 'visitor' | 'idle';
  startedAt: string;
}

export interface Visit {
  token?: string;
  proven: boolean;
  name?: string;
  brand: string;
  language: 'nl' | 'en';
  look: { accent: string; position: 'left' | 'right' };
  open: boolean;
  closesAt?: string;
  opensAt?: string;
  wait?: Wait;
  answerBy?: string;
  form: { reasons: Reason[]; name: boolean; email: boolean };
  limits: { text: number; fileBytes: number; fileTypes: string[]; filesPerMessage: number };
  transcripts: boolean;
  conversation?: ChatState;
}

export interface Answers { reason?: string; name?: string; email?: string }

export interface Placed { message?: Message; conversation?: ChatState }

export interface Identity { userId?: string; email?: string; name?: string; signature: string }
