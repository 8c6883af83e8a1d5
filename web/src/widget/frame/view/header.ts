import type { ChatState, Visit } from '../protocol';
import { initial } from '../text';
import type { Texts } from '../texts';
import { el, icon } from './dom';

export interface HeaderActions { minimise(): void; end(): void; back(): void }

/** Who is here, and the ways out. */
export class Header {
  readonly node: HTMLElement;
  readonly title = el('h1', { id: 'title' });
  private readonly face = el('div', { class: 'face', 'aria-hidden': true });
  private readonly line = el('p', { class: 'line' });
  private readonly backButton: HTMLButtonElement;
  private readonly endButton: HTMLButtonElement;

  constructor(private readonly texts: Texts, actions: HeaderActions) {
    this.backButton = this.button('back', 'back', actions.back);
    this.endButton = this.button('leave', 'end', actions.end);
    this.node = el('header', {}, this.backButton, this.face, el('div', { class: 'who' }, this.title, this.line), this.endButton,
      this.button('down', 'minimise', actions.minimise));
    this.show(undefined, undefined, { back: false, end: false });
  }

  show(visit: Visit | undefined, state: ChatState | undefined, buttons: { back: boolean; end: boolean }): void {
    const agent = state?.state === 'assigned' ? state.agent : undefined;
    this.title.textContent = agent ?? visit?.brand ?? '';
    this.face.textContent = initial(agent ?? visit?.brand ?? '');
    this.face.classList.toggle('present', Boolean(agent) || Boolean(visit?.open));
    this.line.textContent = visit ? this.told(visit, agent) : this.texts.t('loading');
    this.backButton.hidden = !buttons.back;
    this.endButton.hidden = !buttons.end;
  }

  private told(visit: Visit, agent: string | undefined): string {
    if (agent) return visit.brand;
    if (!visit.open) return visit.opensAt ? this.texts.t('closedUntil', { when: this.texts.moment(visit.opensAt) }) : this.texts.t('closed');
    if (visit.wait?.expectedSeconds !== undefined) return this.texts.t('answersIn', { time: this.texts.duration(visit.wait.expectedSeconds) });
    return visit.closesAt ? this.texts.t('openUntil', { time: this.texts.time(visit.closesAt) }) : this.texts.t('openNow');
  }

  private button(shape: 'back' | 'leave' | 'down', label: 'back' | 'end' | 'minimise', run: () => void): HTMLButtonElement {
    const text = this.texts.t(label);
    return el('button', { type: 'button', class: `round ${label}`, 'aria-label': text, title: text, onclick: run }, icon(shape));
  }
}
