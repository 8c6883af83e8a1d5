import { newQueryClient } from '@app/App';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api';
import type { Message, OpenConversation } from '../types';
import { leaving, offerUndo, shown } from './undo';

const words = 'I will call you back on Tuesday.';
const message = (seq: number, direction: string, text: string) => ({ seq, direction, text }) as Message;
let newer: Message[] = [];

function offer(messages: Message[] = []) {
  const queries = newQueryClient();
  queries.setQueryData(keys.conversation('c1'), { conversation: { lastSeq: 0 }, messages } as unknown as OpenConversation);
  const hide = vi.fn();
  let stillUntold = () => Promise.resolve(false);
  offerUndo(queries, 'c1', words, (ask) => { stillUntold = ask; return hide; });
  return { hide, stillUntold };
}

beforeEach(() => {
  newer = [];
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: newer })));
});
afterEach(() => vi.unstubAllGlobals());

describe('taking a promise back', () => {
  it('ends when an answer leaves, also one that says it in other words', async () => {
    const { hide, stillUntold } = offer();
    leaving('c2', words, true);
    leaving('c1', 'I looked it up', false);
    expect(hide).not.toHaveBeenCalled();
    leaving('c1', 'I call you on Tuesday', true);
    expect(hide).toHaveBeenCalledOnce();
    expect(await stillUntold()).toBe(false);
  });

  it('ends with a note that holds the words', () => {
    const { hide } = offer();
    leaving('c1', `Told him by phone: ${words}`, false);
    expect(hide).toHaveBeenCalledOnce();
  });

  it('ends when the thread shows the words, sent elsewhere; not by the same words of before, nor by the line about it', () => {
    const before = message(3, 'out', words);
    const { hide } = offer([before]);
    shown('c1', [before, message(4, 'event', `promise.given ${words}`), message(5, 'in', `You wrote: ${words}`)]);
    expect(hide).not.toHaveBeenCalled();
    shown('c1', [before, message(6, 'out', `Dear Bo, ${words}`)]);
    expect(hide).toHaveBeenCalledOnce();
  });

  it('is refused when the words left elsewhere a moment ago, and done when they did not', async () => {
    newer = [message(4, 'out', words)];
    expect(await offer().stillUntold()).toBe(false);
    newer = [];
    expect(await offer().stillUntold()).toBe(true);
  });
});
