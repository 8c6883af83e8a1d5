import { anAgent, renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { OpenConversation } from '../types';
import { CaseHeader } from './CaseHeader';

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const nothing = vi.fn();

function show(state: string, promises: object[]) {
  const row = { watchers: [], medium: 'mail', state: state === 'ended' ? 'closed' : state, brand: 'b1', priority: 'NORMAL', comesBackAt: state === 'ended' ? soon(72) : undefined };
  const open = {
    conversation: { id: 'v1', brand: 'b1', subject: 'Where is it?', lastSeq: 1 }, row, contact: { id: 'c1', state, brand: 'b1' }, promises,
    caseView: { id: 'k1', number: 7, state: 'OPEN', notEnded: 0, contacts: [] },
  } as unknown as OpenConversation;
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [], subStates: [] })));
  renderPage(
    <CaseHeader open={open} mine={false} handles={false} taking={false} wrapUpShown={false} onTake={nothing} onWrapUp={nothing} onTransfer={nothing} onAsk={nothing} onWhy={nothing} />,
    { user: { ...anAgent, brands: [{ id: 'b1', key: 'shop', name: 'The Shop' }] } },
  );
  return screen.getByRole('link', { name: /7/ }).parentElement!.textContent;
}

it('says by when the customer was promised something before it says when the case comes back', () => {
  expect(show('ended', [
    { id: 'p1', kind: 'answer', dueAt: soon(5), state: 'open', byRule: {}, moves: [] },
    { id: 'p2', kind: 'agent', dueAt: soon(50), state: 'open', given: {} },
    { id: 'p3', kind: 'answer', dueAt: soon(1), state: 'kept', settledAt: soon(-1), byRule: {}, moves: [] },
  ])).toMatch(/by (\w{3} )?\d\d:\d\d.*Back /);
});

it('says only when it comes back where nothing is promised', () => {
  const words = show('ended', []);
  expect(words).toMatch(/Back /);
  expect(words).not.toMatch(/by .*\d\d:\d\d.*Back/);
});
