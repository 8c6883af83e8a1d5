import { anAgent, renderPage } from '@app/test/render';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { QueueNow } from '../types';
import { FindQueues } from './FindQueues';

const aQueue = (name: string, waiting = 0, overflowed = 0) => ({
  queue: { id: name, brand: 'b1', name, mode: 'push' },
  figures: { queue: name, waiting, overflowed, inHand: 0, ...(waiting ? { oldestAt: new Date(Date.now() - 5 * 60_000).toISOString() } : {}) },
}) as QueueNow;
const quiet = (count: number) => Array.from({ length: count }, (_, at) => aQueue(`Calm ${String(at).padStart(2, '0')}`));

const Address = () => <p data-testid="address">{useLocation().search}</p>;
const show = (queues: QueueNow[], at = '/live') =>
  renderPage(<><FindQueues queues={queues} agents={[]} today={[]} level={undefined} /><Address /></>, { user: anAgent, at });
const names = () => within(screen.getByRole('table')).getAllByRole('link').map((link) => link.textContent);

describe('many queues on the floor', () => {
  it('are up to ten all there, in the order in which they come, without choices', () => {
    show([aQueue('Zeal'), ...quiet(8), aQueue('Mail', 1, 1)]);
    expect(names()[0]).toBe('Zeal');
    expect(names()).toHaveLength(10);
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('have trouble first and the quiet ones folded; the keyboard opens them and the address keeps that', async () => {
    show([aQueue('Chat', 2), ...quiet(10), aQueue('Mail', 1, 1)]);
    expect(names()).toEqual(['Mail', 'Chat']);
    const fold = screen.getByRole('button', { name: '10 quiet queues' });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    fold.focus();
    await userEvent.keyboard('{Enter}');
    expect(names()).toHaveLength(12);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(fold.getAttribute('aria-controls')!)?.querySelectorAll('tr')).toHaveLength(10);
    expect(screen.getByTestId('address').textContent).toBe('?quiet=shown');
    await userEvent.click(fold);
    expect(names()).toHaveLength(2);
    expect(screen.getByTestId('address').textContent).toBe('');
  });

  it('are by name when one chooses so', async () => {
    show([aQueue('Mail', 1, 1), aQueue('Chat', 2), ...quiet(10)], '/live?quiet=shown');
    expect(names().slice(0, 2)).toEqual(['Mail', 'Chat']);
    await userEvent.click(screen.getByRole('radio', { name: 'By name' }));
    expect(names().slice(0, 2)).toEqual(['Chat', 'Mail']);
    expect(screen.getByTestId('address').textContent).toBe('?quiet=shown&order=name');
  });

  it('are found by name, also a quiet one that is folded', async () => {
    show([aQueue('Mail', 1), ...quiet(12)]);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search a queue by name' }), 'CALM 07{Enter}');
    expect(names()).toEqual(['Calm 07']);
    expect(screen.getByText('1 of 13 queues')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /quiet/ })).toBeNull();
    await userEvent.type(screen.getByRole('searchbox'), 'x{Enter}');
    expect(screen.getByText('0 of 13 queues')).toBeTruthy();
  });

  it('lead to the people below', () => {
    show([aQueue('Mail', 1), ...quiet(12)]);
    expect(screen.getByRole('link', { name: 'To the people' }).getAttribute('href')).toBe('#agents');
  });
});
