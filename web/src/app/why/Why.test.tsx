import { renderPage } from '@app/test/render';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Explanation } from './api';
import { WhyStory } from './Why';

const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const anna = { user: 'u1', name: 'Anna', me: false };
const nobody = { me: false };
const told: Explanation = {
  contact: 'c1',
  steps: [
    { kind: 'PLACED', at: at(10), queue: 'Orders', rule: { address: 'orders@shop.example' }, others: [] },
    { kind: 'OFFERED', at: at(9), person: anna, why: 'declined', way: 'contact', score: 50, others: [{ how: 'FULL', count: 2, people: [] }] },
    { kind: 'OFFERED', at: at(8), person: nobody, why: 'timed_out', way: 'person', score: 51, others: [] },
  ],
  now: {
    queue: 'q1', queueName: 'Orders', waitingSince: at(10), pressing: { points: 60, queue: 50, contact: 0, promise: 0, waited: 10 }, ahead: 2, offered: true, ring: 0,
    people: [{ how: 'FULL', count: 2, people: [anna] }, { how: 'AWAY', count: 1, people: [] }, { how: 'SKILLS', count: 4, people: [] }],
  },
};

function answers(explanation: Explanation) {
  vi.stubGlobal('fetch', (request: Request) => Promise.resolve(Response.json(request.url.includes('/why') ? explanation : [])));
}

afterEach(() => vi.unstubAllGlobals());

describe('why a contact is where it is', () => {
  it('says who could do it and why each of them does not', async () => {
    answers(told);
    renderPage(<WhyStory contact="c1" />);
    const now = within(await screen.findByRole('region', { name: 'How it stands now' }));
    expect(now.getByText('3 people who are here can do this')).toBeTruthy();
    expect(now.getByText('2 have full hands: Anna…')).toBeTruthy();
    expect(now.getByText('1 is on a break or busy')).toBeTruthy();
    expect(now.getByText('4 miss a skill')).toBeTruthy();
  });

  it('tells what was tried, and names nobody whom the reader may not know', async () => {
    answers(told);
    renderPage(<WhyStory contact="c1" />);
    expect(await screen.findByText('Anna was asked')).toBeTruthy();
    expect(screen.getByText('Said no')).toBeTruthy();
    expect(screen.getByText('2 had full hands')).toBeTruthy();
    expect(screen.getByText('A colleague was asked')).toBeTruthy();
    expect(screen.getByText('By the rule for what comes in to orders@shop.example')).toBeTruthy();
  });

  it('says so when nothing was kept', async () => {
    answers({ contact: 'c1', steps: [] });
    renderPage(<WhyStory contact="c1" />);
    expect(await screen.findByText(/Nothing was written down/)).toBeTruthy();
  });
});
