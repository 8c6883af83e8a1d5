import { anAgent, renderPage } from '@app/test/render';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AgentNow, PresenceState, QueueNow, QueueToday, ServiceLevel } from '../types';
import { QueueTable } from './QueueTable';

const brand = { id: 'b1', key: 'shop', name: 'The Shop' };
const aQueue = (id: string, waiting: number, overflowed = 0): QueueNow => ({
  queue: {
    id, brand: brand.id, name: `Queue ${id}`, priority: 50, ageingMinutes: 10, mode: 'push', offerSeconds: 30, overflowMinutes: 60, skills: {}, atAllHours: false, inTurn: false, search: { preferred: {}, knowsCaseMinutes: 0, rings: [], sharing: { shares: [], nextMinutes: 10 }, reserve: { free: 0, medium: 'chat', people: [], lentMinutes: 0 } },
  },
  figures: { queue: id, waiting, overflowed, inHand: 3, oldestAt: waiting ? new Date(Date.now() - 5 * 60_000).toISOString() : undefined },
});
const someone = (user: string, state: PresenceState, connected: boolean, queues: string[]): AgentNow => ({
  name: user, queues,
  presence: { user, state, connected, since: new Date().toISOString(), capacity: { calls: 1, chats: 3, mails: 5 }, load: {}, keptFor: [] },
});
const show = (queues: QueueNow[], agents: AgentNow[], today: QueueToday[] = [], level?: ServiceLevel) =>
  renderPage(<QueueTable queues={queues} agents={agents} today={today} level={level} />, { user: { ...anAgent, permissions: ['contacts.view'], brands: [brand] } });
const cells = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) })).getAllByRole('cell').map((cell) => cell.textContent);

describe('the queues on the floor', () => {
  it('shows how many wait, since when, and who could be asked', () => {
    show([aQueue('a', 2)], [
      someone('anna', 'AVAILABLE', true, ['a']),
      someone('bram', 'AVAILABLE', false, ['a']),
      someone('cleo', 'BREAK', true, ['a']),
      someone('dirk', 'AVAILABLE', true, ['b']),
    ]);
    expect(cells('Queue a')).toEqual(['Queue aThe Shop', '2', '5m', '0', '3', '1', '–', '–', '–']);
  });

  it('says that nobody could be asked while people wait', () => {
    show([aQueue('a', 1, 1)], []);
    expect(cells('Queue a')[5]).toBe('nobody');
  });

  it('says when a closed queue opens instead of missing people', () => {
    const closed = aQueue('a', 1);
    closed.figures.opensAt = new Date(Date.now() + 3_600_000).toISOString();
    show([closed], []);
    expect(cells('Queue a')[0]).toMatch(/^Queue aThe ShopClosed, opens /);
    expect(cells('Queue a')[5]).toBe('0');
  });

  it('shows the share answered in time with of how many, and what is late', () => {
    show([aQueue('a', 0)], [], [{ queue: 'a', answers: { n: 40, share: { percent: 82.5 } }, late: 2, dueSoon: 3, shares: [] }]);
    expect(cells('Queue a').slice(7)).toEqual(['83%of 40 answers', '32 late']);
  });

  it('shows the service level of the last hour beside that of the day, and none below ten', () => {
    const answers = { n: 17, share: { percent: 82.35, interval: { low: 59, high: 94 }, n: 17 } };
    show([aQueue('a', 0), aQueue('b', 0)], [], [], { minutes: 60, total: answers, brands: [], queues: [{ queue: 'a', answers }, { queue: 'b', answers: { n: 4 } }] });
    expect(cells('Queue a')[6]).toBe('82%of 17 answers');
    expect(cells('Queue b')[6]).toBe('–of 4 answers');
  });

  it('leads to everything that waits and to what is due', () => {
    show([aQueue('a', 2)], [], [{ queue: 'a', answers: { n: 0 }, late: 1, dueSoon: 3, shares: [] }]);
    expect(screen.getByRole('link', { name: '2 waiting in Queue a: show them' }).getAttribute('href')).toBe('/live/queues/a');
    expect(screen.getByRole('link', { name: 'Queue a: 3 due within the hour, 1 late: show them' }).getAttribute('href')).toBe('/live/promises?queue=a&within=hour');
  });

  it('shows no share below ten, and says of how few, also of none', () => {
    const none = { late: 0, dueSoon: 0, shares: [] };
    show([aQueue('a', 0), aQueue('b', 0)], [], [{ queue: 'a', answers: { n: 9 }, ...none }, { queue: 'b', answers: { n: 0 }, ...none }]);
    expect(cells('Queue a').slice(7)).toEqual(['–of 9 answers', '0']);
    expect(cells('Queue b').slice(7)).toEqual(['–of 0 answers', '0']);
  });

  it('shows what everyone who shares a queue got beside its share', () => {
    show([aQueue('a', 0)], [], [{ queue: 'a', answers: { n: 0 }, late: 0, dueSoon: 0, shares: [{ percent: 70, taken: 3 }, { partner: 'Help & Co', site: 'Paramaribo', percent: 30, taken: 1 }] }]);
    expect(screen.getByRole('list', { name: 'What each got today' }).textContent).toBe('Our own people 3 (75%, agreed 70%)Paramaribo 1 (25%, agreed 30%)');
  });

  it('has no longest wait when nobody waits', () => {
    show([aQueue('a', 0)], []);
    expect(cells('Queue a')[2]).toBe('–');
  });
});
