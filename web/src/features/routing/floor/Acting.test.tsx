import { anAgent, renderPage } from '@app/test/render';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgentNow, Overflowed } from '../types';
import { AgentList } from './AgentList';
import { FindPeople } from './FindPeople';
import { OverflowSection } from './OverflowSection';

const someone = (user: string, state: AgentNow['presence']['state']): AgentNow => ({
  name: user, queues: [], presence: { user, state, connected: true, capacity: { calls: 1, chats: 3, mails: 5 }, load: {}, keptFor: [] },
});
const tooLong: Overflowed = {
  contact: 'c1', conversation: 'v1', brand: 'b1', queue: 'q1', queueName: 'Orders', channel: 'email', medium: 'mail', subject: 'Where is it?',
  priority: 'NORMAL', waitingSince: new Date().toISOString(), overflowedAt: new Date().toISOString(),
};

/** What is sent, as the server would hear it. */
function listening(status = 204, body?: object) {
  const heard: { url: string; method: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ queues: [{ id: 'q1', name: 'Orders' }, { id: 'q2', name: 'Seniors' }], colleagues: [] });
    heard.push({ url: new URL(request.url).pathname, method: request.method, body: await request.json() });
    return body ? Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } }) : new Response(null, { status });
  });
  return heard;
}

afterEach(() => vi.unstubAllGlobals());

describe('people on the floor', () => {
  it('are found by name and state among many, and a few are simply there', async () => {
    const many = Array.from({ length: 42 }, (_, i) => someone(`person ${i}`, i % 2 ? 'AVAILABLE' : 'OFFLINE'));
    const { unmount } = renderPage(<FindPeople agents={many} queues={[]} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 42' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(42);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'PERSON 4' } });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    expect(screen.getByText('3 of 42 people')).toBeTruthy();
    unmount();
    renderPage(<FindPeople agents={many.slice(0, 3)} queues={[]} />);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('acting from the floor', () => {
  it('logs off whoever is there, with a reason, and not who is off already nor oneself', async () => {
    const heard = listening();
    renderPage(<AgentList agents={[someone('anna', 'AVAILABLE'), someone('bram', 'OFFLINE'), someone(anAgent.id, 'AVAILABLE')]} />, { user: { ...anAgent, permissions: ['contacts.assign'] } });
    expect(screen.getAllByRole('button', { name: /^What to do/ })).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'What to do with bram' }));
    await screen.findByRole('menuitem', { name: 'Other work…' });
    expect(screen.queryByRole('menuitem', { name: 'Log off…' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'What to do with anna' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Log off…' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /Why/ }), { target: { value: 'You went home' } });
    fireEvent.click(screen.getByRole('button', { name: 'Log off' }));
    await waitFor(() => expect(heard).toEqual([{ url: '/api/routing/agents/anna/log-off', method: 'POST', body: { why: 'You went home' } }]));
  });

  it('says at its field that a reason is needed', async () => {
    listening(422, { code: 'request/invalid', title: 'Not yet', errors: { why: 'Fill this in' } });
    renderPage(<AgentList agents={[someone('anna', 'BREAK')]} />, { user: { ...anAgent, permissions: ['contacts.assign'] } });
    fireEvent.click(screen.getByRole('button', { name: 'What to do with anna' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Log off…' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Log off' }));
    expect(await screen.findByText('Fill this in')).toBeTruthy();
  });

  it('offers no logging off to who may not', () => {
    renderPage(<AgentList agents={[someone('anna', 'AVAILABLE')]} />);
    expect(screen.queryByRole('button', { name: /^What to do/ })).toBeNull();
  });

  it('gives what waits too long more haste', async () => {
    const heard = listening();
    renderPage(<OverflowSection rows={[tooLong]} />, { user: { ...anAgent, permissions: ['contacts.handle'] } });
    fireEvent.click(screen.getByRole('button', { name: 'Priority of Where is it?' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Urgent/ }));
    await waitFor(() => expect(heard).toEqual([{ url: '/api/desk/contacts/c1/priority', method: 'PUT', body: { priority: 'URGENT' } }]));
  });

  it('moves what still waits there, and says who took it meanwhile', async () => {
    const heard = listening(200, [{ contact: 'c1', outcome: 'TAKEN', by: 'Sanne' }]);
    renderPage(<OverflowSection rows={[tooLong]} />, { user: { ...anAgent, permissions: ['contacts.handle', 'contacts.assign'] } });
    fireEvent.click(screen.getByRole('button', { name: 'Move Where is it? to another queue or person' }));
    fireEvent.click(await screen.findByRole('combobox', { name: 'To' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Seniors', hidden: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    expect(await screen.findByText('Where is it?: Sanne has it in hand by now')).toBeTruthy();
    expect(heard).toEqual([{ url: '/api/desk/queues/q1/waiting/transfer', method: 'POST', body: { contacts: ['c1'], queue: 'q2', note: '' } }]);
    expect(screen.queryByText('Transferred')).toBeNull();
  });

  it('is moved only by who may assign work', () => {
    renderPage(<OverflowSection rows={[tooLong]} />, { user: { ...anAgent, permissions: ['contacts.handle'] } });
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('only explains to who does not handle contacts', () => {
    renderPage(<OverflowSection rows={[tooLong]} />);
    expect(within(screen.getByRole('listitem')).getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual(['Why here? Where is it?']);
  });
});
