import type { ChatState, Wait } from '../protocol';
import { en, type TextKey } from './en';
import { nl } from './nl';

export type Language = 'nl' | 'en';

/** Words, times and sizes in the visitor's language. */
export class Texts {
  private readonly words: Record<TextKey, string>;

  constructor(readonly language: Language) {
    this.words = language === 'nl' ? nl : en;
  }

  t(key: TextKey, values: Record<string, string | number> = {}): string {
    return this.words[key].replace(/{(\w+)}/g, (_, name: string) => String(values[name] ?? ''));
  }

  time(instant: string): string {
    return new Intl.DateTimeFormat(this.locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));
  }

  /** "today at 16:30", "tomorrow at 09:00", "Monday at 09:00". */
  moment(instant: string, now = new Date()): string {
    const days = daysBetween(now, new Date(instant));
    const time = this.time(instant);
    if (days === 0) return this.t('today', { time });
    if (days === 1) return this.t('tomorrow', { time });
    const day = new Intl.DateTimeFormat(this.locale, days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(new Date(instant));
    return this.t('dayAt', { day, time });
  }

  day(instant: string, now = new Date()): string {
    const days = daysBetween(new Date(instant), now);
    if (days === 0) return this.t('day_today');
    if (days === 1) return this.t('day_yesterday');
    return new Intl.DateTimeFormat(this.locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(instant));
  }

  date(instant: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'full' }).format(new Date(instant));
  }

  size(bytes: number): string {
    const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
    const value = bytes < 1_000_000 ? Math.max(1, Math.round(bytes / 1000)) : Math.round(bytes / 100_000) / 10;
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  }

  duration(seconds: number): string {
    return seconds <= 90 ? this.t('waitSeconds') : this.t('waitMinutes', { n: Math.round(seconds / 60) });
  }

  wait(wait: Wait): string {
    const ahead = wait.ahead === 0 ? this.t('waitNone') : wait.ahead === 1 ? this.t('waitOne') : this.t('waitMany', { n: wait.ahead });
    return wait.expectedSeconds === undefined ? ahead : this.t('waitTold', { ahead, time: this.duration(wait.expectedSeconds) });
  }

  ended(state: ChatState): string {
    if (state.endedBy === 'visitor') return this.t('endedByVisitor');
    if (state.endedBy === 'agent' && state.agent) return this.t('endedByAgent', { name: state.agent });
    return this.t('endedByIdle');
  }

  private get locale(): string {
    return this.language === 'nl' ? 'nl-NL' : 'en-GB';
  }
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
