import { renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { AuditRow } from './api';
import { AuditLine } from './AuditLine';

const person = '019a0000-0000-7000-8000-0000003b81bf';
const conversation = '019a0000-0000-7000-8000-0000001a2b3c';
const customer = '019a0000-0000-7000-8000-000000c0ffee';
const looked: AuditRow = {
  id: '1', at: '2026-11-30T10:00:00Z', actorName: 'Ada', kind: 'personal-score.viewed', subjectType: 'user', subjectId: person, detail: {}, names: { [person]: 'Noor Bakker' },
};
const read: AuditRow = {
  id: '2', at: '2026-11-30T10:00:00Z', actorName: 'Ed', kind: 'conversation.opened', subjectType: 'conversation', subjectId: conversation,
  detail: { customer }, names: { [conversation]: 'Anna de Vries · 10001', [customer]: 'Anna de Vries' },
};

it('says whose score was looked at', () => {
  renderPage(<AuditLine row={looked} onSubject={() => {}} />);
  expect(screen.getByRole('button').textContent).toBe('person Noor Bakker');
});

it('falls back on the end of the id of who is gone', () => {
  renderPage(<AuditLine row={{ ...looked, names: {} }} onSubject={() => {}} />);
  expect(screen.getByRole('button').textContent).toBe('person …3b81bf');
});

it('leads from a conversation to all that was opened of its customer', async () => {
  const onSubject = vi.fn();
  renderPage(<AuditLine row={read} onSubject={onSubject} />);
  expect(screen.getByText('conversation Anna de Vries · 10001')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Only what happened to customer Anna de Vries' }));
  expect(onSubject).toHaveBeenCalledWith(customer);
  expect(screen.getByRole('link').getAttribute('href')).toContain(customer);
});

it('names what stands in the facts', () => {
  renderPage(<AuditLine row={{ ...looked, detail: { old: { teams: [] }, new: { teams: [conversation] } }, names: { [conversation]: 'Chat' } }} onSubject={() => {}} />);
  expect(screen.getByText('+ Chat')).toBeTruthy();
});
