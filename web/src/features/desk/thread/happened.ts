import type { useFormat } from '@app/format';
import type { TFunction } from 'i18next';
import type { Message } from '../types';

/** A line of the thread that nobody wrote, in words: what happened, and whom or what it is about. */
export function happened(message: Message, t: TFunction<'desk'>, language: string, format: ReturnType<typeof useFormat>) {
  const [event = '', ...whom] = message.text.split(' ');
  const said = whom.join(' ');
  const about = event === 'field.changed' ? said.split('|')[language === 'nl' ? 0 : 1] : event === 'silence.reminded' ? format.calendarDay(said) : said;
  return t(`happened.${event}`, { by: message.authorName, whom: about });
}
