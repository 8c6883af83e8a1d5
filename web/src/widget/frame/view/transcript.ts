import type { Message } from '../protocol';
import type { Texts } from '../texts';
import { el } from './dom';

/** The conversation as plain text: who said what, and when. */
export function transcript(texts: Texts, brand: string, messages: Message[]): string {
  const lines = messages.map((one) => {
    const who = one.from === 'visitor' ? texts.t('you') : one.from === 'system' ? brand : one.name;
    return `${texts.time(one.at)}  ${who}: ${[one.text, ...one.files.map((file) => `[${file.name}]`)].filter(Boolean).join(' ')}`;
  });
  const day = messages[0] ? texts.date(messages[0].at) : '';
  return `${texts.t('chatWith', { brand })}\n${day}\n\n${lines.join('\n')}\n`;
}

/** Gives the visitor a copy to keep; nothing is sent anywhere. */
export function save(texts: Texts, brand: string, messages: Message[]): void {
  const address = URL.createObjectURL(new Blob([transcript(texts, brand, messages)], { type: 'text/plain;charset=utf-8' }));
  el('a', { href: address, download: `chat-${messages[0]?.at.slice(0, 10) ?? ''}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
