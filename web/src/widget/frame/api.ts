import type { Answers, FileRef, Identity, Message, Placed, ChatState, Visit } from './protocol';

/** The server understood and refused. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly title: string, readonly detail: string,
    readonly retryAfter: number | undefined) {
    super(code);
  }

  /** Worth another try with the same content. */
  get passing(): boolean {
    return this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** No answer came, or none that can be trusted. */
export class Unreachable extends Error {}

export const passing = (fault: unknown): boolean => fault instanceof Unreachable || (fault instanceof Refused && fault.passing);

export interface TokenStore {
  token(): string | undefined;
  keepToken(token: string): void;
}

const PATIENCE = 20_000;

export class Api {
  readonly base: string;

  constructor(origin: string, key: string, private readonly language: string, private readonly tokens: TokenStore,
    private readonly send: typeof fetch = (...call) => fetch(...call)) {
    this.base = `${origin}/api/widget/${encodeURIComponent(key)}`;
  }

  async visit(identity: Identity | undefined): Promise<Visit> {
    const visit = await this.json<Visit>('POST', '/visits', { language: this.language, identity });
    if (visit.token) this.tokens.keepToken(visit.token);
    return visit;
  }

  start(clientKey: string, text: string, answers: Answers, files: string[]): Promise<Placed> {
    return this.json('POST', '/conversations', { clientKey, text, language: this.language, files, ...answers });
  }

  message(clientKey: string, text: string, files: string[]): Promise<Placed> {
    return this.json('POST', '/messages', { clientKey, text, files });
  }

  mail(clientKey: string, text: string, answers: Answers): Promise<{ answerBy?: string }> {
    return this.json('POST', '/mail', { clientKey, text, language: this.language, ...answers });
  }

  messages(conversation: string | undefined, after: number): Promise<{ items: Message[]; conversation?: ChatState }> {
    return this.json('GET', `/messages?after=${after}${conversation ? `&conversation=${conversation}` : ''}`);
  }

  async typing(): Promise<void> {
    await this.call('POST', '/typing');
  }

  async read(seq: number): Promise<void> {
    await this.call('POST', '/read', JSON.stringify({ seq }), 'application/json');
  }

  async end(): Promise<void> {
    await this.call('POST', '/end');
  }

  async upload(file: File): Promise<FileRef> {
    const form = new FormData();
    form.append('file', file, file.name);
    return (await this.call('POST', '/files', form, undefined, 120_000)).json();
  }

  async file(id: string): Promise<Blob> {
    return (await this.call('GET', `/files/${id}`)).blob();
  }

  /** The open answer of the stream; the caller reads and ends it. */
  async stream(conversation: string | undefined, after: number, signal: AbortSignal): Promise<Response> {
    const headers = this.headers({ Accept: 'text/event-stream' });
    if (after > 0) headers.set('Last-Event-ID', String(after));
    const response = await this.send(`${this.base}/stream${conversation ? `?conversation=${conversation}` : ''}`,
      { headers, signal, cache: 'no-store', credentials: 'omit' });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  private async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.call(method, path, body === undefined ? undefined : JSON.stringify(body), 'application/json');
    try {
      return await response.json() as T;
    } catch (broken) {
      throw new Unreachable(String(broken));
    }
  }

  private async call(method: string, path: string, body?: BodyInit, type?: string, patience = PATIENCE): Promise<Response> {
    const headers = this.headers(type && body !== undefined ? { 'Content-Type': type } : {});
    const given = new AbortController();
    const late = setTimeout(() => given.abort(), patience);
    let response: Response;
    try {
      response = await this.send(this.base + path, { method, headers, body, signal: given.signal, cache: 'no-store', credentials: 'omit' });
    } catch (fault) {
      throw new Unreachable(String(fault));
    } finally {
      clearTimeout(late);
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  private headers(more: Record<string, string>): Headers {
    const headers = new Headers({ 'Accept-Language': this.language, ...more });
    const token = this.tokens.token();
    if (token) headers.set('Authorization', `Bearer ${token}`);
    return headers;
  }
}

async function refusal(response: Response): Promise<Error> {
  const told = await response.json().catch(() => ({})) as { code?: string; title?: string; detail?: string };
  const seconds = Number(response.headers.get('Retry-After'));
  return new Refused(response.status, told.code ?? 'request/unknown', told.title ?? '', told.detail ?? '', seconds > 0 ? seconds : undefined);
}
