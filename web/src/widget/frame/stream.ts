import { Refused, type Api } from './api';

export interface ServerEvent { event: string; data: string }

/** Cuts a text that arrives in pieces into server-sent events. */
export class EventCutter {
  private rest = '';

  take(piece: string): ServerEvent[] {
    this.rest += piece;
    const blocks = this.rest.split(/\r?\n\r?\n/);
    this.rest = blocks.pop()!;
    return blocks.flatMap((block) => {
      let event = 'message';
      const data: string[] = [];
      for (const line of block.split(/\r?\n/)) {
        const [, field, value] = /^(\w+): ?(.*)$/s.exec(line) ?? [];
        if (field === 'event') event = value!;
        else if (field === 'data') data.push(value!);
      }
      return data.length > 0 ? [{ event, data: data.join('\n') }] : [];
    });
  }
}

export interface Following {
  position(): { conversation: string | undefined; after: number };
  event(event: ServerEvent): void;
  connected(): void;
  lost(): void;
  /** The server will not have this visitor. */
  refused(fault: Refused): void;
}

/** A beat comes every 15 s; after this much silence the line is dead. */
const SILENCE = 40_000;

/** Holds the stream: connects again after every end, sooner when the browser says that the line is back. */
export class Stream {
  private running: AbortController | undefined;
  private tries = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly now = (): void => {
    if (this.again !== undefined) this.connect();
  };

  constructor(private readonly api: Api, private readonly following: Following) {}

  open(): void {
    if (this.running) return;
    window.addEventListener('online', this.now);
    this.connect();
  }

  close(): void {
    window.removeEventListener('online', this.now);
    clearTimeout(this.again);
    this.again = undefined;
    this.running?.abort();
    this.running = undefined;
  }

  get isOpen(): boolean {
    return this.running !== undefined;
  }

  private connect(): void {
    clearTimeout(this.again);
    this.again = undefined;
    const run = new AbortController();
    this.running = run;
    void this.follow(run).catch((fault: unknown) => fault).then((fault) => {
      if (this.running !== run) return;
      if (fault instanceof Refused && !fault.passing) {
        this.close();
        this.following.refused(fault);
        return;
      }
      if (this.tries > 0 || fault) this.following.lost();
      const seconds = Math.min(30, 2 ** this.tries++) * (0.75 + Math.random() / 2);
      this.again = setTimeout(() => this.connect(), seconds * 1000);
    });
  }

  private async follow(run: AbortController): Promise<void> {
    let silence = setTimeout(() => run.abort(), SILENCE);
    const { conversation, after } = this.following.position();
    try {
      const response = await this.api.stream(conversation, after, run.signal);
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const cutter = new EventCutter();
      this.following.connected();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(() => run.abort(), SILENCE);
        this.tries = 0;
        for (const event of cutter.take(part.value)) this.following.event(event);
      }
    } finally {
      clearTimeout(silence);
    }
  }
}
