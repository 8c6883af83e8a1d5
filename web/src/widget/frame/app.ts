import type { FromFrame } from '../host/messages';
import { Refused, type Api } from './api';
import { palette } from './colour';
import { Conversation, type Outgoing } from './conversation';
import type { ChatState, Identity, Message, Visit } from './protocol';
import type { Kept } from './storage';
import { Stream } from './stream';
import type { Texts } from './texts';
import { Attention } from './attention';
import { Screen } from './view/screen';
import type { Asked } from './view/welcome';

const TYPING_EVERY = 2500;
const TYPING_SHOWN = 6000;
/** A visit older than this is asked again when the chat opens: hours and waiting times change. */
const VISIT_AGE = 60_000;

/** The chat in its frame: what the visitor does goes to the server, what comes back goes on the screen. */
export class App {
  private visit: Visit | undefined;
  private visitedAt = 0;
  private identity: Identity | undefined;
  private opened = false;
  private typedAt = 0;
  private typingShown: ReturnType<typeof setTimeout> | undefined;
  private readonly conversation: Conversation;
  private readonly stream: Stream;
  private readonly screen: Screen;
  private readonly attention: Attention;

  constructor(private readonly api: Api, private readonly kept: Kept, private readonly texts: Texts,
    private readonly tell: (message: FromFrame) => void) {
    this.conversation = new Conversation(api, kept, {
      changed: () => this.changed(),
      closed: (unsent) => this.closed(unsent),
      unknown: async () => { await this.renew(); },
    });
    this.stream = new Stream(api, {
      position: () => ({ conversation: this.conversation.state?.id, after: this.conversation.position }),
      event: ({ event, data }) => this.heard(event, JSON.parse(data)),
      connected: () => {
        this.screen.online(true);
        this.conversation.reconnected();
      },
      lost: () => this.screen.online(false),
      refused: () => void this.renew().then(() => this.route(), () => this.screen.failed(() => this.reload())),
    });
    this.attention = new Attention(this.conversation, (seq) => void api.read(seq).catch(() => this.attention.forget()),
      (count) => tell({ type: 'unread', count }));
    this.screen = new Screen(texts, api, this.conversation, {
      minimise: () => tell({ type: 'close' }),
      begin: (asked) => this.begin(asked),
      mail: (key, asked) => this.mail(key, asked),
      send: (text, files) => {
        this.conversation.write(text, files);
        this.screen.toEnd();
      },
      typing: () => this.typing(),
      draft: (text) => kept.set('draft', text || undefined),
      end: () => void this.end(),
      again: () => this.afresh(),
    }, kept.get('draft') ?? '');
    addEventListener('online', () => this.conversation.reconnected());
    document.addEventListener('visibilitychange', () => this.changed());
  }

  /** Once, as soon as the page has said who visits. */
  async start(identity: Identity | undefined): Promise<void> {
    this.identity = identity;
    await this.reload();
  }

  async open(full: boolean): Promise<void> {
    this.opened = true;
    document.documentElement.classList.toggle('full', full);
    if (this.visit && Date.now() - this.visitedAt > VISIT_AGE && !this.stream.isOpen) await this.renew().catch(() => undefined);
    this.route();
    this.screen.focus();
  }

  close(): void {
    this.opened = false;
    this.changed();
    if (!this.running) this.stream.close();
  }

  private get running(): boolean {
    const state = this.conversation.state;
    return this.conversation.outgoing.length > 0 || (state !== undefined && (state.state !== 'ended' || state.unread > 0));
  }

  private async reload(): Promise<void> {
    try {
      await this.renew();
      this.route();
    } catch (fault) {
      if (fault instanceof Refused && fault.code === 'webchat/identity' && this.identity) {
        // The shop's signature is wrong: the visitor is helped as someone unknown.
        this.identity = undefined;
        await this.reload();
      } else {
        this.screen.failed(() => void this.reload(), fault instanceof Refused && fault.status === 404);
      }
    }
  }

  private async renew(): Promise<void> {
    const visit = await this.api.visit(this.identity);
    this.visit = visit;
    this.visitedAt = Date.now();
    const style = document.documentElement.style;
    for (const [name, colour] of Object.entries(palette(visit.look.accent))) style.setProperty(`--${name}`, colour);
    if (visit.token) this.conversation.empty();
    this.conversation.setState(visit.conversation);
  }

  /** Which of the screens fits now. */
  private route(): void {
    if (!this.visit) return;
    const state = this.conversation.state;
    const talk = (state && state.endedBy !== 'visitor') || this.conversation.outgoing.length > 0;
    if (talk || this.screen.showsThread) this.screen.thread(this.visit);
    else this.screen.welcome(this.visit, !this.visit.open);
    if (this.running || (this.opened && talk)) this.stream.open();
    void this.conversation.send();
    this.changed();
  }

  private heard(event: string, data: unknown): void {
    switch (event) {
      case 'message': {
        const message = data as Message;
        if (message.from === 'agent') this.showTyping(undefined);
        this.conversation.hear(message);
        break;
      }
      case 'state':
        this.screen.settled();
        this.conversation.setState(data as ChatState);
        break;
      case 'typing':
        this.showTyping((data as { name: string }).name);
        break;
      case 'read':
        this.conversation.readByAgent((data as { seq: number }).seq);
        break;
    }
  }

  private changed(): void {
    if (!this.visit) return;
    this.attention.look(this.opened && this.screen.showsThread && document.visibilityState === 'visible');
    this.tell({ type: 'running', running: this.running });
    this.screen.show(this.visit);
  }

  private showTyping(name: string | undefined): void {
    clearTimeout(this.typingShown);
    this.screen.typing(name);
    if (name) this.typingShown = setTimeout(() => this.screen.typing(undefined), TYPING_SHOWN);
  }

  private typing(): void {
    if (Date.now() - this.typedAt < TYPING_EVERY || this.conversation.state?.state !== 'assigned') return;
    this.typedAt = Date.now();
    this.api.typing().catch(() => undefined);
  }

  private async begin(asked: Asked): Promise<undefined> {
    this.kept.set('draft', undefined);
    if (this.conversation.state?.endedBy === 'visitor') this.conversation.empty();
    this.conversation.write(asked.text, [], asked.answers);
    this.screen.thread(this.visit!);
    this.stream.open();
    this.screen.focus();
  }

  private async mail(key: string, asked: Asked): Promise<string | undefined> {
    try {
      const { answerBy } = await this.api.mail(key, asked.text, asked.answers);
      this.kept.set('draft', undefined);
      this.screen.mailed(this.visit!, asked.answers.email, answerBy);
      return undefined;
    } catch (fault) {
      return fault instanceof Refused && fault.detail ? fault.detail : this.texts.t('unreachable');
    }
  }

  private closed(unsent: Outgoing): void {
    if (!this.visit) return;
    this.visit = { ...this.visit, open: false };
    this.screen.welcome(this.visit, true, { text: unsent.text, answers: unsent.start ?? {} });
    this.screen.focus();
  }

  private async end(): Promise<void> {
    const state = this.conversation.state;
    if (state) this.conversation.setState({ ...state, state: 'ended', endedBy: 'visitor', unread: 0 });
    this.stream.close();
    try {
      await this.api.end();
    } catch {
      // Left in silence instead: the server ends it after a while by itself.
    }
    this.screen.focus();
  }

  private afresh(): void {
    this.conversation.empty();
    this.screen.welcome(this.visit!, !this.visit!.open);
    this.screen.focus();
    void this.renew().then(() => this.changed(), () => undefined);
  }
}
