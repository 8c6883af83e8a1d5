import { passing, Refused, type Api } from './api';
import type { Answers, ChatState, FileRef, Message, Placed } from './protocol';

/** A message on its way. Its key makes every repetition harmless. */
export interface Outgoing {
  key: string;
  text: string;
  files: FileRef[];
  at: string;
  /** Present when it opens the conversation. */
  start?: Answers;
  state: 'sending' | 'failed';
  /** Why it was refused; absent when the line failed. */
  why?: string;
}

export interface Keeping {
  list<T>(name: string): T[];
  set(name: string, value: string | undefined): void;
}

export interface Hooks {
  changed(): void;
  /** The chat closed meanwhile: what was written becomes a mail. */
  closed(unsent: Outgoing): void;
  /** The server no longer knows this visitor. */
  unknown(): Promise<void>;
}

const TRIES = 4;
/** What the line refused is shown as not sent, and tried again by itself after this long. */
const AGAIN = 15_000;

/**
 * What was said and what is still on its way. Messages are kept by number, so that repeating a part of the stream changes
 * nothing; they are sent one after the other, so that their order survives every fault.
 */
export class Conversation {
  state: ChatState | undefined;
  messages: Message[] = [];
  outgoing: Outgoing[];
  /** Own messages the server holds and has yet to number. */
  private readonly stored = new Set<string>();
  private working = false;
  private heard = 0;

  constructor(private readonly api: Api, private readonly kept: Keeping, private readonly hooks: Hooks,
    private readonly pause: (milliseconds: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms))) {
    this.outgoing = kept.list<Outgoing>('outgoing').map((one) => ({ ...one, state: 'sending', why: undefined }));
  }


  setState(state: ChatState | undefined): void {
    if (state && this.state && state.id !== this.state.id) {
      this.messages = [];
      this.heard = 0;
    }
    this.state = state;
    this.hooks.changed();
  }

  /**
   * Up to which number the stream has brought everything. The answer to an own message may have a higher number than what
   * others wrote while the line was away, so it does not count.
   */
  get position(): number {
    return this.heard;
  }

  /** What the stream brings, which is everything in order. */
  hear(message: Message): void {
    this.heard = Math.max(this.heard, message.seq);
    this.receive(message);
  }

  /** Nothing was said any more. */
  empty(): void {
    this.messages = [];
    this.heard = 0;
    this.setState(undefined);
  }

  receive(message: Message): void {
    const key = message.clientKey;
    if (key && message.from === 'visitor') {
      this.stored.delete(key);
      this.keep(this.outgoing.filter((one) => one.key !== key));
    }
    let at = this.messages.length;
    while (at > 0 && this.messages[at - 1]!.seq > message.seq) at--;
    if (this.messages[at - 1]?.seq !== message.seq) this.messages.splice(at, 0, message);
    this.hooks.changed();
  }

  readByAgent(seq: number): void {
    if (this.state && seq > this.state.readByAgent) this.setState({ ...this.state, readByAgent: seq });
  }

  write(text: string, files: FileRef[], start?: Answers): void {
    this.keep([...this.outgoing, { key: crypto.randomUUID(), text, files, at: new Date().toISOString(), start, state: 'sending' }]);
    this.hooks.changed();
    void this.send();
  }

  retry(key: string): void {
    const found = this.outgoing.find((one) => one.key === key);
    if (!found) return;
    // What the line held up goes together, in order; a refused message goes alone.
    for (const one of this.outgoing) if (one === found || (!one.why && one.state === 'failed')) this.mark(one, 'sending');
    this.hooks.changed();
    void this.send();
  }

  discard(key: string): void {
    this.keep(this.outgoing.filter((one) => one.key !== key));
    this.hooks.changed();
  }

  /** The line is back. */
  reconnected(): void {
    for (const one of this.outgoing) if (!one.why && one.state === 'failed') this.mark(one, 'sending');
    void this.send();
  }

  /** Sends what waits, first things first, until nothing does or the line fails. */
  async send(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      for (let next = this.next(); next; next = this.next()) {
        if (!await this.deliver(next)) break;
      }
    } finally {
      this.working = false;
    }
  }

  private next(): Outgoing | undefined {
    return this.outgoing.find((one) => one.state === 'sending' && !this.stored.has(one.key));
  }

  private async deliver(one: Outgoing): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        this.placed(one, await this.post(one));
        return true;
      } catch (fault) {
        if (!this.outgoing.includes(one)) return true;
        if (passing(fault)) {
          if (attempt < TRIES) {
            const seconds = fault instanceof Refused && fault.retryAfter ? fault.retryAfter : 2 ** (attempt - 1);
            await this.pause(seconds * 1000);
            continue;
          }
          for (const waiting of this.outgoing) if (waiting.state === 'sending') this.mark(waiting, 'failed');
          this.hooks.changed();
          void this.pause(AGAIN).then(() => this.reconnected());
          return false;
        }
        return this.refused(one, fault);
      }
    }
  }

  private post(one: Outgoing): Promise<Placed> {
    const files = one.files.map((file) => file.id);
    return one.start ? this.api.start(one.key, one.text, one.start, files) : this.api.message(one.key, one.text, files);
  }

  private placed(one: Outgoing, answer: Placed): void {
    if (answer.conversation) this.setState(answer.conversation);
    if (answer.message) this.receive({ ...answer.message, clientKey: one.key });
    else this.stored.add(one.key);
    this.hooks.changed();
  }

  private async refused(one: Outgoing, fault: unknown): Promise<boolean> {
    const code = fault instanceof Refused ? fault.code : '';
    if (code === 'webchat/closed') {
      this.discard(one.key);
      this.hooks.closed(one);
      return true;
    }
    if (code === 'webchat/no-conversation' && !one.start) {
      one.start = {};
      return true;
    }
    if (code === 'webchat/unknown-visitor') {
      one.start ??= {};
      try {
        await this.hooks.unknown();
        this.keep([one, ...this.outgoing.filter((other) => other !== one)]);
        return true;
      } catch {
        this.mark(one, 'failed');
        this.hooks.changed();
        return false;
      }
    }
    this.mark(one, 'failed', fault instanceof Refused ? fault.detail || fault.title : String(fault));
    this.hooks.changed();
    return true;
  }

  private mark(one: Outgoing, state: Outgoing['state'], why?: string): void {
    one.state = state;
    one.why = why;
  }

  private keep(outgoing: Outgoing[]): void {
    this.outgoing = outgoing;
    this.kept.set('outgoing', outgoing.length === 0 ? undefined : JSON.stringify(outgoing));
  }
}
