import type { Texts } from '../texts';
import { el } from './dom';

export interface EndChoice { waiting: boolean; mail(): void; end(): void; cancelled(): void }

/** Asks before the chat ends; offers mail when nobody has answered. */
export function askToEnd(texts: Texts, choice: EndChoice): HTMLDialogElement {
  const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' });
  const close = (then: () => void) => (event: Event) => {
    event.preventDefault();
    dialog.close();
    dialog.remove();
    then();
  };
  dialog.append(el('form', { novalidate: true, onsubmit: close(choice.end) },
    el('h2', { id: 'ask-title' }, texts.t('endTitle')),
    el('p', {}, texts.t(choice.waiting ? 'endWaiting' : 'endBody')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'secondary', onclick: close(choice.cancelled) }, texts.t('endCancel')),
      choice.waiting ? el('button', { type: 'button', class: 'secondary', onclick: close(choice.mail) }, texts.t('byMail')) : undefined,
      el('button', { type: 'submit', class: 'primary' }, texts.t('endConfirm')))));
  dialog.addEventListener('cancel', close(choice.cancelled));
  return dialog;
}
