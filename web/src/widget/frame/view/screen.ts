import type { Api } from '../api';
import type { Conversation } from '../conversation';
import type { Answers, FileRef, Visit } from '../protocol';
import type { Texts } from '../texts';
import { Composer } from './composer';
import { el, icon } from './dom';
import { askToEnd } from './endDialog';
import { Header } from './header';
import { Thread } from './thread';
import { save } from './transcript';
import { Welcome, type Asked } from './welcome';

export interface ScreenActions {
  minimise(): void;
  begin(asked: Asked): Promise<string | undefined>;
  mail(key: string, asked: Asked): Promise<string | undefined>;
  send(text: string, files: FileRef[]): void;
  typing(): void;
  draft(text: string): void;
  end(): void;
  again(): void;
}

/** Everything in the frame: header, one of welcome, mail form, thread or notice, and the line that says how the line is. */
export class Screen {
  private readonly root = document.getElementById('chat')!;
  private readonly header: Header;
  private readonly body = el('div', { class: 'body' });
  private readonly line = el('p', { class: 'offline', role: 'status', hidden: true });
  private readonly talk: Thread;
  private readonly composer: Composer;
  private readonly again: HTMLButtonElement;
  private readonly keep: HTMLButtonElement;
  private readonly talkPane: HTMLElement;
  private form: Welcome | undefined;
  private visit: Visit | undefined;
  private agent: string | undefined;
  private lost: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly texts: Texts, api: Api, private readonly conversation: Conversation,
    private readonly actions: ScreenActions, private readonly draft: string) {
    this.header = new Header(texts, { minimise: actions.minimise, end: () => this.askToEnd(), back: () => this.form?.back() });
    this.talk = new Thread(texts, api, conversation);
    this.composer = new Composer(texts, api, () => this.visit!.limits, actions, draft);
    this.again = el('button', { type: 'button', class: 'primary again', hidden: true, onclick: () => actions.again() }, texts.t('newChat'));
    this.keep = el('button', { type: 'button', class: 'secondary keep', hidden: true, onclick: () => save(texts, this.visit!.brand, conversation.messages) }, texts.t('transcript'));
    this.talkPane = el('div', { class: 'pane' }, this.talk.node, this.keep, this.again, this.composer.node);
    this.root.append(this.header.node, this.line, this.body);
    this.body.append(el('p', { class: 'notice', role: 'status' }, texts.t('loading')));
    this.dropping();
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) actions.minimise();
    });
  }

  get showsThread(): boolean {
    return this.talkPane.isConnected;
  }

  welcome(visit: Visit, mail: boolean, before?: { text: string; answers: Answers }): void {
    this.visit = visit;
    const key = crypto.randomUUID();
    const lead = mail ? this.texts.t(visit.open ? 'mailInstead' : 'mailClosed') : visit.wait ? this.texts.wait(visit.wait) : undefined;
    this.form = new Welcome(this.texts, visit, {
      mail, lead, text: before?.text ?? this.draft, answers: before?.answers,
      send: (asked) => (mail ? this.actions.mail(key, asked) : this.actions.begin(asked)),
      draft: (text) => this.actions.draft(text),
      stepped: () => this.show(visit),
    });
    this.put(this.form.node);
    this.show(visit);
  }

  thread(visit: Visit): void {
    this.visit = visit;
    this.form = undefined;
    if (!this.showsThread) this.put(this.talkPane);
    this.show(visit);
    this.composer.show();
    this.talk.toEnd();
  }

  mailed(visit: Visit, email: string | undefined, answerBy: string | undefined): void {
    this.form = undefined;
    const to = email ?? this.texts.t('knownAddress');
    const told = answerBy ? this.texts.t('mailBefore', { when: this.texts.moment(answerBy), email: to }) : this.texts.t('mailSoon', { email: to });
    const heading = el('h2', { tabindex: -1 }, this.texts.t('mailDone'));
    this.put(el('div', { class: 'scroll notice done' }, el('span', { class: 'big' }, icon('done')), heading, el('p', {}, told),
      el('button', { type: 'button', class: 'secondary', onclick: () => {
        this.welcome(visit, !visit.open);
        this.focus();
      } }, this.texts.t('mailAnother'))));
    this.show(visit);
    heading.focus();
  }

  failed(retry: () => void, gone = false): void {
    this.put(el('div', { class: 'notice', role: 'alert' }, el('p', {}, this.texts.t(gone ? 'unavailable' : 'unreachable')),
      gone ? undefined : el('button', { type: 'button', class: 'primary', onclick: retry }, this.texts.t('retry'))));
  }

  show(visit: Visit): void {
    this.visit = visit;
    const state = this.conversation.state;
    const threads = this.showsThread;
    const over = state?.endedBy === 'visitor';
    this.header.show(visit, threads ? state : undefined, { back: this.form?.second ?? false, end: threads && state !== undefined && state.state !== 'ended' });
    this.root.setAttribute('aria-label', this.texts.t('chatWith', { brand: visit.brand }));
    if (!threads) return;
    this.again.hidden = !over;
    this.keep.hidden = !visit.transcripts || state?.state !== 'ended';
    this.composer.node.hidden = over;
    if (over) this.composer.stay();
    this.talk.show();
    this.talk.say(this.status());
  }

  /** The history is on the screen. */
  settled(): void {
    this.talk.announce();
  }

  typing(name: string | undefined): void {
    this.talk.typing(name);
  }

  toEnd(): void {
    this.talk.toEnd();
  }

  /** Said a moment later only, so that a short break is no alarm. */
  online(is: boolean): void {
    clearTimeout(this.lost);
    if (is) this.line.hidden = true;
    else {
      this.lost = setTimeout(() => {
        this.line.textContent = this.texts.t('offline');
        this.line.hidden = false;
      }, 2500);
    }
  }

  focus(): void {
    if (this.form) this.form.focus();
    else if (this.showsThread && !this.again.hidden) this.again.focus();
    else if (this.showsThread) this.composer.focus();
    else this.body.querySelector<HTMLElement>('button, h2[tabindex]')?.focus();
  }

  private status(): string {
    const state = this.conversation.state;
    if (!state) return '';
    if (state.state === 'ended') return this.texts.ended(state);
    if (state.state === 'assigned' && state.agent) {
      this.agent = state.agent;
      const answered = this.conversation.messages.some((one) => one.from === 'agent');
      return answered ? '' : this.texts.t('joined', { name: state.agent });
    }
    const told = state.wait ? this.texts.wait(state.wait) : this.texts.t(this.agent ? 'transferred' : 'waiting');
    return state.answerBy ? this.texts.t('waitPromised', { told, when: this.texts.moment(state.answerBy) }) : told;
  }

  private askToEnd(): void {
    const visit = this.visit!;
    const answered = this.conversation.messages.some((one) => one.from === 'agent');
    const asked = this.conversation.messages.filter((one) => one.from === 'visitor').map((one) => one.text).join('\n');
    const dialog = askToEnd(this.texts, {
      waiting: !answered && this.conversation.state?.state === 'waiting',
      mail: () => {
        this.actions.end();
        this.welcome(visit, true, { text: asked, answers: {} });
        this.focus();
      },
      end: () => this.actions.end(),
      cancelled: () => this.focus(),
    });
    this.root.append(dialog);
    dialog.showModal();
  }

  private put(node: HTMLElement): void {
    this.body.replaceChildren(node);
  }

  private dropping(): void {
    const over = (is: boolean) => this.root.classList.toggle('dropping', is && this.showsThread);
    this.root.dataset.drop = this.texts.t('dropHere');
    this.root.addEventListener('dragover', (event) => {
      event.preventDefault();
      over(true);
    });
    this.root.addEventListener('dragleave', (event) => {
      if (!this.root.contains(event.relatedTarget as Node | null)) over(false);
    });
    this.root.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      if (this.showsThread && event.dataTransfer) this.composer.files.add(event.dataTransfer.files);
    });
  }
}
