import { describe, expect, it } from 'vitest';
import type { Message } from '../types';
import { meanwhile } from './Meanwhile';

const aMessage = (seq: number, more: Partial<Message>): Message => ({
  id: `m${seq}`, seq, direction: 'in', authorKind: 'customer', authorName: 'Marieke', at: '2026-11-23T09:00:00Z', text: 'x',
  remoteImages: false, automatic: false, purpose: 'conversation', delivery: 'NONE', recipients: [], attachments: [], ...more,
});
const colleague = aMessage(5, { direction: 'out', authorKind: 'user', authorId: 'anna', authorName: 'Anna' });

describe('what was written since I began', () => {
  it('stops an answer when a colleague was first, in mail and in chat', () => {
    expect(meanwhile([colleague], 4, 'mail', 'me')).toEqual({ kind: 'colleague', name: 'Anna' });
    expect(meanwhile([colleague], 4, 'chat', 'me')).toEqual({ kind: 'colleague', name: 'Anna' });
  });

  it('warns for a newer message of the customer in mail, never in chat', () => {
    const newer = aMessage(5, {});
    expect(meanwhile([newer], 4, 'mail', 'me')).toEqual({ kind: 'customer', name: 'Marieke' });
    expect(meanwhile([newer], 4, 'chat', 'me')).toBeUndefined();
  });

  it('does not mind what I had read, my own answers, notes and automatic messages', () => {
    expect(meanwhile([colleague], 5, 'mail', 'me')).toBeUndefined();
    expect(meanwhile([{ ...colleague, authorId: 'me' }], 4, 'mail', 'me')).toBeUndefined();
    expect(meanwhile([aMessage(5, { direction: 'note' }), aMessage(6, { automatic: true })], 4, 'mail', 'me')).toBeUndefined();
  });
});
