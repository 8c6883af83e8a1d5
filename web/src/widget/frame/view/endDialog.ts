import { looksLikeEmail } from '../text';
import type { Texts } from '../texts';
import { el, field } from './dom';

export interface EndChoice { waiting: boolean; transcripts: boolean; mail(): void; end(transcriptTo: string | undefined): void; cancelled(): void }

/** Asks before the chat ends; offers mail when nobody has answered, and a copy of what was said. */
export function askToEnd(texts: Texts, choice: EndChoice): HTMLDialogElement {
  const wants = el('input', { type: 'checkbox', id: 'transcript' });
  const email = el('input', { id: 'transcript-to', type: 'email', autocomplete: 'email', maxlength: 254 });
  const address = field(email, texts.t('email'));
  address.node.hidden = true;
  wants.addEventListener('change', () => {
    address.node.hidden = !wants.checked;
    if (wants.checked) email.focus();
  });
  const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' });
  const close = (then: () => void) => () => {
    dialog.close();
    dialog.remove();
    then();
  };
  const end = (event: Event): void => {
    event.preventDefault();
    const to = wants.checked ? email.value.trim() : undefined;
    if (to !== undefined && !looksLikeEmail(to)) {
      address.error(texts.t('emailWrong'));
      email.focus();
      return;
    }
    close(() => choice.end(to))();
  };
  dialog.append(el('form', { novalidate: true, onsubmit: end },
    el('h2', { id: 'ask-title' }, texts.t('endTitle')),
    el('p', {}, texts.t(choice.waiting ? 'endWaiting' : 'endBody')),
    choice.transcripts && !choice.waiting ? el('label', { class: 'check', for: 'transcript' }, wants, texts.t('transcript')) : undefined,
    choice.transcripts && !choice.waiting ? address.node : undefined,
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'secondary', onclick: close(choice.cancelled) }, texts.t('endCancel')),
      choice.waiting ? el('button', { type: 'button', class: 'secondary', onclick: close(choice.mail) }, texts.t('byMail')) : undefined,
      el('button', { type: 'submit', class: 'primary' }, texts.t('endConfirm')))));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(choice.cancelled)();
  });
  return dialog;
}
