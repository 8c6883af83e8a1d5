import { newQueryClient } from '@app/App';
import { renderPage } from '@app/test/render';
import { notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { keys } from '../api';
import type { OpenConversation } from '../types';
import type { Planned, TakenBack } from './api';
import { useBox } from './giveBack';
import { PlannedItem } from './PlannedItem';

const open = { conversation: { id: 'c1', brand: 'b1' }, mayHandle: true, planned: [] } as unknown as OpenConversation;
const planned = (change: Partial<Planned>): Planned => ({
  id: 'p1', conversation: 'c1', author: 'u1', clientKey: 'k1', authorName: 'Sanne', text: 'Dear Bo', files: [{ id: 'f1', name: 'label.pdf', size: 2_048 }], later: false,
  plannedAt: new Date().toISOString(), sendAt: new Date(Date.now() + 10_000).toISOString(), state: 'PLANNED', ...change,
});

const nothing = () => {};
let asked: string[] = [];
let lost = 0;
const show = (change: Partial<Planned>, box = vi.fn(), onGone = vi.fn()) => {
  asked = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(`${request.method} ${pathname}${search}`);
    if (lost-- > 0) throw new TypeError('the line is away');
    return request.method === 'DELETE' ? Response.json({ text: 'Dear Bo', files: [], seenSeq: 1 }) : new Response(null, { status: 204 });
  });
  const queries = newQueryClient();
  queries.setQueryData(keys.conversation('c1'), { ...open, planned: [planned(change)] });
  renderPage(<ul><Shown box={box} onGone={onGone} /></ul>, { queries });
  return { giveBack: box, focus: onGone };
};

/** As the thread does: what was taken back is gone from it before anything else. */
function Shown({ box, onGone }: { box: (answer: TakenBack) => void; onGone: () => void }) {
  useBox('c1', box, nothing);
  const { data } = useQuery<OpenConversation>({ queryKey: keys.conversation('c1'), queryFn: () => new Promise(() => {}), staleTime: Infinity });
  return data?.planned.map((one) => <PlannedItem key={one.id} open={data} planned={one} onGone={onGone} />);
}

afterEach(() => {
  notifications.clean();
  vi.unstubAllGlobals();
});

it('counts down without reading each second out, and gives its words back', async () => {
  const { giveBack } = show({});
  expect(screen.getByText(/Leaves in (10|9) s/).getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText('Leaves in a moment')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send now' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(giveBack).toHaveBeenCalledWith({ text: 'Dear Bo', files: [], seenSeq: 1 }));
  expect(screen.queryByText('Dear Bo')).toBeNull();
  expect(asked).toEqual(['DELETE /api/desk/planned-replies/p1']);
});

it('of later says when and by whom, and can be sent now', async () => {
  show({ later: true, sendAt: '2126-12-03T08:00:00Z' });
  expect(screen.getByText(/Will be sent .*, by Sanne/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Send now' }));
  await waitFor(() => expect(asked).toEqual(['POST /api/desk/planned-replies/p1/send-now']));
});

it('that was stopped says why, and keeps its words until they are thrown away', async () => {
  const { giveBack, focus } = show({ later: true, state: 'STOPPED', why: 'CUSTOMER_WROTE' });
  expect(screen.getByText('Not sent: the customer wrote meanwhile')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Throw away' }));
  await waitFor(() => expect(asked).toEqual(['DELETE /api/desk/planned-replies/p1?away=true']));
  await waitFor(() => expect(focus).toHaveBeenCalled());
  expect(giveBack).not.toHaveBeenCalled();
});

it('that was thrown away by mistake comes back to where one writes', async () => {
  const { giveBack } = show({ later: true, state: 'STOPPED', why: 'CUSTOMER_WROTE' });
  fireEvent.click(screen.getByRole('button', { name: 'Throw away' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(giveBack).toHaveBeenCalledWith({ text: 'Dear Bo', files: [], seenSeq: 1 }));
});

it('is taken back once more when the line was away: its words came not through', async () => {
  lost = 1;
  const { giveBack } = show({});
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(giveBack).toHaveBeenCalledTimes(1), { timeout: 4_000 });
  expect(asked).toHaveLength(2);
});
