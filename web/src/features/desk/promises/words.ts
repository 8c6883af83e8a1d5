import { formats } from '@app/format';
import { isLanguage, textsIn } from '@app/i18n';
import i18next from 'i18next';
import type { SaidAct } from './api';
import { dayIn } from './moments';

/** What the customer is told, in his language and by the clock of the brand. */
export async function wordsFor(act: SaidAct, from: string | undefined, due: string, customerLanguage: string | undefined, zone: string | undefined) {
  const reader = isLanguage(i18next.language) ? i18next.language : 'en';
  const language = customerLanguage && isLanguage(customerLanguage) ? customerLanguage : reader;
  const t = await textsIn(language, 'desk');
  const format = formats(language, { zone });
  const span = from && dayIn(from, zone) === dayIn(due, zone) ? 'between' : 'before';
  return t(`promising.words.${act}.${span}`, { day: format.day(due), from: from && format.time(from), due: format.time(due) });
}
