import type { Answers, Reason, Visit } from '../protocol';
import { length, looksLikeEmail } from '../text';
import type { Texts } from '../texts';
import { el, field, icon } from './dom';

export interface Asked { text: string; answers: Answers }

export interface WelcomeOptions {
  mail: boolean;
  /** Said above the form. */
  lead?: string;
  text?: string;
  answers?: Answers;
  send(asked: Asked): Promise<string | undefined>;
  draft(text: string): void;
  stepped(second: boolean): void;
}

/** Before the chat: what it is about first, then the question. Also the form of a question by mail. */
export class Welcome {
  readonly node = el('div', { class: 'scroll welcome' });
  private reason: Reason | undefined;
  /** Whose narrower reasons are shown; none shows the widest. */
  private within: Reason | undefined;
  private chosen = false;
  private text: string;

  constructor(private readonly texts: Texts, private readonly visit: Visit, private readonly options: WelcomeOptions) {
    this.text = options.text ?? '';
    this.reason = visit.form.reasons.find((one) => one.id === options.answers?.reason);
    this.chosen = visit.form.reasons.length === 0 || this.text !== '' || options.answers !== undefined;
    this.render();
  }

  get second(): boolean {
    return this.visit.form.reasons.length > 0 && (this.chosen || this.within !== undefined);
  }

  back(): void {
    if (!this.chosen) this.within = undefined;
    this.chosen = false;
    this.render();
    this.options.stepped(this.second);
    this.focus();
  }

  focus(): void {
    this.node.querySelector<HTMLElement>(this.chosen ? 'textarea' : '.reason')?.focus();
  }

  private render(): void {
    const { texts, visit, options } = this;
    const hello = visit.name ? texts.t('helloName', { name: visit.name }) : texts.t('hello');
    // with the question before him nobody needs the greeting again, and the button stays in sight
    const lead = this.second && !options.mail ? undefined : el('div', { class: 'lead' }, el('h2', {}, options.mail ? texts.t('mailTitle') : hello),
      options.lead ? el('p', {}, options.lead) : undefined);
    this.node.replaceChildren(...(lead ? [lead] : []), this.chosen ? this.question() : this.reasons());
  }

  private reasons(): HTMLElement {
    const { texts, visit, within } = this;
    const under = (reason: Reason | undefined) => visit.form.reasons.filter((one) => one.parent === reason?.id);
    const step = (): void => {
      this.render();
      this.options.stepped(this.second);
      this.focus();
    };
    const pick = (reason: Reason | undefined) => () => {
      this.reason = reason;
      this.chosen = true;
      step();
    };
    const narrow = (reason: Reason) => () => {
      this.within = reason;
      step();
    };
    const choice = (label: string, onclick: () => void) =>
      el('li', {}, el('button', { type: 'button', class: 'reason', onclick }, el('span', {}, label), icon('right')));
    const shown = under(within);
    const other = texts.t('otherReason');
    // a shop that names its own "something else" needs no second one
    const own = within === undefined && shown.some((one) => one.label === other);
    return el('div', { class: 'card' }, el('h3', { id: 'reasons' }, within?.label ?? texts.t('pickReason')),
      el('ul', { 'aria-labelledby': 'reasons' },
        ...shown.map((one) => choice(one.label, under(one).length > 0 ? narrow(one) : pick(one))),
        own ? undefined : choice(other, pick(within))));
  }

  private question(): HTMLElement {
    const { texts, visit, options } = this;
    const { t } = { t: texts.t.bind(texts) };
    const question = el('textarea', { id: 'question', rows: 4, 'aria-required': 'true' });
    question.value = this.text;
    question.addEventListener('input', () => {
      this.text = question.value;
      options.draft(question.value);
    });
    const name = el('input', { id: 'name', type: 'text', autocomplete: 'name', maxlength: 100 });
    name.value = options.answers?.name ?? '';
    const email = el('input', { id: 'email', type: 'email', autocomplete: 'email', maxlength: 254, inputmode: 'email', 'aria-required': options.mail ? 'true' : undefined });
    email.value = options.answers?.email ?? '';
    const asksEmail = visit.form.email || (options.mail && !visit.proven);
    const fields = {
      question: field(question, t('question'), { hint: t('questionHint') }),
      name: field(name, t('name'), { optional: t('optional') }),
      email: field(email, t('email'), options.mail ? { hint: t('emailMail') } : { hint: t('emailWhy'), optional: t('optional') }),
    };
    const failure = el('p', { class: 'failure', role: 'alert', hidden: true });
    const send = el('button', { type: 'submit', class: 'primary' }, t(options.mail ? 'mailSend' : 'start'));

    const wrong = (): HTMLElement | undefined => {
      const over = length(question.value.trim()) - visit.limits.text;
      fields.question.error(question.value.trim() === '' ? t('required') : over > 0 ? t('tooLong', { n: over }) : undefined);
      const address = email.value.trim();
      const missing = options.mail && asksEmail && address === '';
      const misspelt = asksEmail && address !== '' && !looksLikeEmail(address);
      fields.email.error(missing ? t('required') : misspelt ? t('emailWrong') : undefined);
      if (question.hasAttribute('aria-invalid')) return question;
      return email.hasAttribute('aria-invalid') ? email : undefined;
    };

    const submit = async (event: Event): Promise<void> => {
      event.preventDefault();
      failure.hidden = true;
      const first = wrong();
      if (first) {
        first.focus();
        return;
      }
      send.disabled = true;
      const answers = { reason: this.reason?.id, name: name.value.trim() || undefined, email: email.value.trim() || undefined };
      const refused = await options.send({ text: question.value.trim(), answers });
      send.disabled = false;
      failure.hidden = !refused;
      failure.textContent = refused ?? '';
    };

    return el('form', { class: 'card', novalidate: true, onsubmit: submit },
      this.reason ? el('p', { class: 'chosen' }, t('about', { reason: this.reason.label })) : undefined,
      fields.question.node, visit.form.name ? fields.name.node : undefined, asksEmail ? fields.email.node : undefined, failure, send);
  }
}
