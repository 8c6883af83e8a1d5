import { describe, expect, it } from 'vitest';
import type { QueueNow, QueueToday } from '../types';
import { apart, byName, needOf, troubleFirst } from './attention';

const noon = Date.parse('2026-03-04T12:00:00Z');
interface Going { brand?: string; waiting?: number; minutes?: number; overflowed?: number }
const aQueue = (name: string, { brand = 'b1', waiting = 0, minutes, overflowed = 0 }: Going = {}) => ({
  queue: { id: name, brand, name },
  figures: { queue: name, waiting, overflowed, inHand: 0, ...(minutes === undefined ? {} : { oldestAt: new Date(noon - minutes * 60_000).toISOString() }) },
}) as QueueNow;
const aDay = (queue: string, late: number, dueSoon: number): QueueToday => ({ queue, answers: { n: 0 }, late, dueSoon, shares: [] });
const names = (queues: QueueNow[]) => queues.map(({ queue }) => queue.name);

describe('what a queue asks for', () => {
  it('is trouble when something waits too long or a promise is late', () => {
    expect(needOf(aQueue('a', { waiting: 1, overflowed: 1 }), undefined)).toBe('trouble');
    expect(needOf(aQueue('a'), aDay('a', 1, 0))).toBe('trouble');
  });

  it('is quiet only when nothing waits, is late or is due', () => {
    expect(needOf(aQueue('a', { waiting: 1 }), aDay('a', 0, 0))).toBe('waits');
    expect(needOf(aQueue('a'), aDay('a', 0, 1))).toBe('due');
    expect(needOf(aQueue('a'), aDay('a', 0, 0))).toBe('quiet');
    expect(needOf(aQueue('a'), undefined)).toBe('quiet');
  });
});

describe('the order of queues', () => {
  const queues = [
    aQueue('billing'),
    aQueue('chat', { waiting: 1, minutes: 2 }),
    aQueue('mail', { waiting: 9, minutes: 40 }),
    aQueue('returns'),
    aQueue('phone', { brand: 'b2', waiting: 1, minutes: 12, overflowed: 1 }),
    aQueue('zeal', { brand: 'b2' }),
    aQueue('answers'),
  ];
  const days = [aDay('zeal', 2, 0), aDay('returns', 0, 3)];

  it('has trouble first, of whatever brand, then the longest wait, then what is due, then the rest by name', () => {
    expect(names(troubleFirst(queues, days))).toEqual(['phone', 'zeal', 'mail', 'chat', 'returns', 'answers', 'billing']);
  });

  it('is the same however the queues come in', () => {
    expect(names(troubleFirst([...queues].reverse(), days))).toEqual(names(troubleFirst(queues, days)));
  });

  it('is by name over all brands when that is asked', () => {
    expect(names(byName(queues))).toEqual(['answers', 'billing', 'chat', 'mail', 'phone', 'returns', 'zeal']);
  });

  it('sets the quiet ones apart', () => {
    const { busy, quiet } = apart(byName(queues), days);
    expect(names(busy)).toEqual(['chat', 'mail', 'phone', 'returns', 'zeal']);
    expect(names(quiet)).toEqual(['answers', 'billing']);
  });
});
