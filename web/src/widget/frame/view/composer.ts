import type { Api } from '../api';
import type { FileRef, Visit } from '../protocol';
import { length } from '../text';
import type { Texts } from '../texts';
import { el, icon } from './dom';
import { Files } from './files';

export interface ComposerActions {
  send(text: string, files: FileRef[]): void;
  typing(): void;
  draft(text: string): void;
}

const NEAR_LIMIT = 200;

/** Where the visitor writes: grows with the text, Enter sends, Shift+Enter makes a line. */
export class Composer {
  readonly node: HTMLElement;
  readonly files: Files;
  private readonly input: HTMLTextAreaElement;
  private readonly sendButton: HTMLButtonElement;
  private readonly note = el('p', { class: 'note', role: 'status' });
  /** Asked to send while a file is on its way: it leaves with the file, unless one goes on writing or a file stays behind. */
  private waits = false;
  private trouble = '';

  constructor(private readonly texts: Texts, api: Api, private readonly limits: () => Visit['limits'], private readonly actions: ComposerActions, draft: string) {
    this.input = el('textarea', { id: 'message', rows: 1, placeholder: texts.t('placeholder'), 'aria-label': texts.t('write'), enterkeyhint: 'send' });
    this.input.value = draft;
    const picker = el('input', { type: 'file', multiple: true, hidden: true, tabindex: -1 });
    picker.addEventListener('change', () => {
      this.files.add(picker.files ?? []);
      picker.value = '';
      this.input.focus();
    });
    this.files = new Files(texts, api, limits, () => this.show(), (why) => {
      this.waits = false;
      this.trouble = why ?? '';
      this.show();
    });
    const attach = el('button', { type: 'button', class: 'round', 'aria-label': texts.t('attach'), title: texts.t('attach'), onclick: () => {
      picker.accept = limits().fileTypes.join(',');
      picker.click();
    } }, icon('clip'));
    this.sendButton = el('button', { type: 'submit', class: 'round send', 'aria-label': texts.t('send'), title: texts.t('send') }, icon('send'));
    this.node = el('form', { class: 'composer', onsubmit: (event: Event) => this.submit(event) }, this.files.node, this.note,
      el('div', { class: 'row' }, attach, picker, this.input, this.sendButton));
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
    });
    this.input.addEventListener('input', () => {
      actions.draft(this.input.value);
      if (this.input.value.trim() !== '') actions.typing();
      this.waits = false;
      this.trouble = '';
      this.show();
    });
    this.input.addEventListener('paste', (event) => {
      const files = event.clipboardData?.files;
      if (files?.length) {
        event.preventDefault();
        this.files.add(files);
      }
    });
  }

  focus(): void {
    this.input.focus();
  }

  /** What waits for its file stays where it is: the chat in which it belonged is over. */
  stay(): void {
    this.waits = false;
  }

  show(): void {
    const over = length(this.input.value) - this.limits().text;
    this.note.textContent = this.remark(over);
    this.note.classList.toggle('wrong', this.trouble !== '' || over > 0);
    const empty = this.input.value.trim() === '' && this.files.none;
    this.sendButton.setAttribute('aria-disabled', String(empty || over > 0 || this.waits));
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
    if (this.waits && !this.files.busy) this.send();
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (this.sendButton.getAttribute('aria-disabled') === 'true') return;
    this.input.focus();
    if (!this.files.busy) return this.send();
    this.waits = true;
    this.show();
  }

  private send(): void {
    this.waits = false;
    const text = this.input.value.trim();
    const files = this.files.ready;
    this.input.value = '';
    this.actions.draft('');
    this.trouble = '';
    this.files.clear();
    this.show();
    this.actions.send(text, files);
  }

  private remark(over: number): string {
    if (this.trouble) return this.trouble;
    if (over > 0) return this.texts.t('tooLong', { n: over });
    if (this.waits) return this.texts.t('sentWithFile');
    return over > -NEAR_LIMIT ? this.texts.t('left', { n: -over }) : '';
  }
}
