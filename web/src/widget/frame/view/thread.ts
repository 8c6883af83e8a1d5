import type { Api } from '../api';
import type { Conversation, Outgoing } from '../conversation';
import type { FileRef, Message } from '../protocol';
import { onlyEmoji, pieces } from '../text';
import type { Texts } from '../texts';
import { el, icon } from './dom';

const GROUP_MINUTES = 5;

/** The messages. Rows are kept and moved, not made again, so that a screen reader hears only what is new. */
export class Thread {
  readonly node: HTMLElement;
  private readonly list = el('ol', { class: 'thread' });
  private readonly log = el('div', { class: 'log', role: 'log', tabindex: 0 }, this.list);
  private readonly status = el('p', { class: 'status', role: 'status' });
  private readonly dots = el('div', { class: 'typing', hidden: true }, el('i'), el('i'), el('i'));
  private readonly rows = new Map<string, { row: HTMLElement; shown: string }>();
  private atEnd = true;

  constructor(private readonly texts: Texts, private readonly api: Api, private readonly conversation: Conversation) {
    this.log.setAttribute('aria-label', texts.t('conversation'));
    // What was said before is not read aloud, only what comes.
    this.log.setAttribute('aria-live', 'off');
    this.node = el('div', { class: 'scroll' }, this.log, this.dots, this.status);
    this.node.addEventListener('scroll', () => {
      this.atEnd = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 60;
    }, { passive: true });
    new ResizeObserver(() => this.follow()).observe(this.node);
  }

  /** History has been shown; from here on new messages are announced. */
  announce(): void {
    this.log.setAttribute('aria-live', 'polite');
  }

  say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
    this.follow();
  }

  typing(name: string | undefined): void {
    this.dots.hidden = !name;
    this.dots.setAttribute('role', 'img');
    this.dots.setAttribute('aria-label', name ? this.texts.t('typing', { name }) : '');
    this.follow();
  }

  show(): void {
    const wanted: HTMLElement[] = [];
    const keys = new Set<string>();
    let before: Message | undefined;
    const { messages, outgoing, state } = this.conversation;
    const lastOwn = messages.findLast((one) => one.from === 'visitor');
    const place = (key: string, shown: string, make: () => HTMLElement) => {
      keys.add(key);
      const old = this.rows.get(key);
      const row = old && old.shown === shown ? old.row : make();
      if (old && old.row !== row) old.row.replaceWith(row);
      this.rows.set(key, { row, shown });
      wanted.push(row);
    };
    for (const message of messages) {
      const day = this.texts.day(message.at);
      if (!before || this.texts.day(before.at) !== day) {
        place(`day-${message.at.slice(0, 10)}-${message.seq}`, day, () => el('li', { class: 'day' }, el('span', {}, day)));
        before = undefined;
      }
      const joins = before !== undefined && before.from === message.from && before.name === message.name
        && Date.parse(message.at) - Date.parse(before.at) < GROUP_MINUTES * 60_000;
      const mark = message === lastOwn && outgoing.length === 0
        ? this.texts.t(state && state.readByAgent >= message.seq ? 'read' : 'sent') : '';
      // An own message keeps its row while it changes from sending to sent.
      place(message.clientKey ?? message.id, `${message.seq}|${joins}|${mark}`, () => this.message(message, joins, mark));
      before = message;
    }
    for (const one of outgoing) place(one.key, `${one.state}|${one.why ?? ''}`, () => this.unsent(one));
    for (const [key, { row }] of this.rows) {
      if (!keys.has(key)) {
        row.remove();
        this.rows.delete(key);
      }
    }
    wanted.forEach((row, at) => {
      if (this.list.children[at] !== row) this.list.insertBefore(row, this.list.children[at] ?? null);
    });
    this.follow();
  }

  toEnd(): void {
    this.atEnd = true;
    this.follow();
  }

  private follow(): void {
    if (this.atEnd) this.node.scrollTop = this.node.scrollHeight;
  }

  private message(message: Message, joins: boolean, mark: string): HTMLElement {
    const own = message.from === 'visitor';
    const who = own ? this.texts.t('you') : message.from === 'system' ? this.texts.t('automatic') : message.name;
    return el('li', { class: `message ${message.from}${joins ? ' joins' : ''}` },
      el('p', { class: own ? 'spoken' : joins ? 'spoken' : 'author' }, who),
      message.text ? this.bubble(message.text, own) : undefined,
      ...message.files.map((file) => this.file(file)),
      el('p', { class: 'meta' }, el('time', { datetime: message.at }, this.texts.time(message.at)), mark ? ` · ${mark}` : undefined));
  }

  private unsent(one: Outgoing): HTMLElement {
    const failed = one.state === 'failed';
    return el('li', { class: `message visitor unsent ${one.state}` }, el('p', { class: 'spoken' }, this.texts.t('you')),
      one.text ? this.bubble(one.text, true) : undefined,
      ...one.files.map((file) => el('div', { class: 'file' }, icon('file'), el('span', { class: 'name' }, file.name))),
      failed
        ? el('p', { class: 'meta wrong' }, icon('warn'), ` ${one.why ?? this.texts.t('failed')} `,
          el('button', { type: 'button', class: 'link', onclick: () => this.conversation.retry(one.key) }, this.texts.t('retry')), ' · ',
          el('button', { type: 'button', class: 'link', onclick: () => this.conversation.discard(one.key) }, this.texts.t('discard')))
        : el('p', { class: 'meta' }, this.texts.t('sending')));
  }

  private bubble(text: string, own: boolean): HTMLElement {
    const bubble = el('p', { class: onlyEmoji(text) ? 'bubble emoji' : 'bubble', dir: 'auto' });
    // A visitor's text stays what it is; an answer may hold an address to open.
    for (const piece of own ? [{ text }] : pieces(text)) {
      bubble.append('href' in piece && piece.href
        ? el('a', { href: piece.href, target: '_blank', rel: 'noopener noreferrer' }, piece.text) : piece.text);
    }
    return bubble;
  }

  private file(file: FileRef): HTMLElement {
    const size = this.texts.size(file.size);
    const open = async (): Promise<void> => {
      try {
        const address = URL.createObjectURL(await this.api.file(file.id));
        el('a', { href: address, download: file.name }).click();
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } catch {
        this.say(this.texts.t('fileGone'));
      }
    };
    return el('button', { type: 'button', class: 'file', 'aria-label': this.texts.t('openFile', { name: file.name, size }), onclick: () => void open() },
      icon('file'), el('span', { class: 'name' }, file.name), el('span', { class: 'size' }, size));
  }
}
