import { beforeEach, describe, expect, it } from 'vitest';
import { heard, Mine, newsOf } from './news';

const me = 'u1';
let mine: Mine;
const news = (event: string, data: unknown) => newsOf(event, data, me, mine);
const row = (assignedTo?: string) => ({ row: { conversation: 'v1', subject: 'Broken chair', assignedTo } });
const written = { conversation: 'v1', seq: 3, direction: 'in', purpose: 'conversation', automatic: false };

beforeEach(() => { mine = new Mine(me); });

describe('what is news to somebody', () => {
  it('is what a customer writes in a conversation that he has in hand', () => {
    expect(news('desk.row.changed', row(me))).toBeUndefined();
    expect(news('desk.message.written', written)).toEqual({ kind: 'CUSTOMER', says: 'wrote', conversation: 'v1', about: 'Broken chair', to: '/desk/all/v1', key: 'wrote-v1' });
    for (const other of [{ direction: 'out' }, { direction: 'note' }, { purpose: 'consult' }, { automatic: true }, { conversation: 'v2' }]) {
      expect(news('desk.message.written', { ...written, ...other })).toBeUndefined();
    }
  });

  it('is not what is written to somebody else, or to nobody any more', () => {
    news('desk.row.changed', row('u2'));
    expect(news('desk.message.written', written)).toBeUndefined();
    news('desk.row.changed', row(me));
    news('desk.row.changed', row());
    expect(news('desk.message.written', written)).toBeUndefined();
  });

  it('is what is offered or given to him, and not what he took himself', () => {
    expect(news('offer.made', { offer: { id: 'o1', conversation: 'v1', subject: 'Chair' } })).toMatchObject({ kind: 'WORK', says: 'offered', stays: true, key: 'offer-o1' });
    expect(news('contact.given', { conversation: 'v1', words: 'Chair', why: 'transferred' })).toMatchObject({ kind: 'WORK', says: 'given', to: '/desk/all/v1', about: 'Chair' });
    expect(news('contact.given', { conversation: 'v1', words: 'Chair', why: 'came-back' })).toMatchObject({ kind: 'WORK' });
    for (const why of ['picked-up', 'case-left', 'promise-settled', 'answer-taken-back']) expect(news('contact.given', { conversation: 'v1', why })).toBeUndefined();
  });

  it.each([
    ['promise-late', 'PROMISE', 'promiseLate'], ['promise-due', 'PROMISE', 'promise'], ['answer-not-sent', 'UNSENT', 'notSent'], ['consult-gave-back', 'COLLEAGUE', 'consult'],
  ])('tells what came back because of %s as what it is', (why, kind, says) =>
    expect(news('contact.given', { conversation: 'v1', why })).toMatchObject({ kind, says }));

  it.each([
    ['notice.sent', { id: 'n1' }, 'COLLEAGUE', undefined],
    ['consult.came-back', { consult: 'c1', conversation: 'v1', why: 'consult-late' }, 'COLLEAGUE', '/desk/all/v1'],
    ['consult.written', { consult: 'c1', customer: true }, 'COLLEAGUE', '/asked'],
    ['gesture.asked', { gesture: 'g1', giver: 'u2' }, 'COLLEAGUE', '/gestures?shown=asked'],
    ['gesture.decided', { gesture: 'g1', conversation: 'v1' }, 'COLLEAGUE', '/desk/all/v1'],
    ['promise.reminded', { promise: 'p1', conversation: 'v1', words: 'I call back' }, 'PROMISE', '/desk/all/v1'],
    ['promise.late', { promise: 'p1', conversation: 'v1', words: 'I call back' }, 'PROMISE', '/desk/all/v1'],
    ['answer.not-sent', { conversation: 'v1', words: 'Chair', why: 'CUSTOMER_WROTE' }, 'UNSENT', '/desk/all/v1'],
    ['contacts.undelivered.mine', { message: 'm1', conversation: 'v1', stopped: true }, 'UNSENT', '/desk/all/v1'],
  ])('%s has its kind and its place', (event, data, kind, to) => {
    expect(heard).toContain(event);
    const told = news(event, data);
    expect(told?.kind).toBe(kind);
    expect(told?.to).toBe(to);
  });

  it('is not what he did himself, what goes on by itself, or what he cannot know', () => {
    expect(news('gesture.asked', { gesture: 'g1', giver: me })).toBeUndefined();
    expect(news('consult.written', { consult: 'c1', customer: false })).toBeUndefined();
    expect(news('contacts.undelivered.mine', { message: 'm1', conversation: 'v1', stopped: false })).toBeUndefined();
    expect(news('something.else', {})).toBeUndefined();
  });

  it('remembers a day of work, and no more', () => {
    for (let at = 0; at < 300; at += 1) mine.see({ conversation: `v${at}`, subject: '', assignedTo: me });
    expect(mine.get('v0')).toBeUndefined();
    expect(mine.get('v299')).toBeTruthy();
  });
});
