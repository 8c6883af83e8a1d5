import { UserMenu } from '@app/shell/UserMenu';
import { anAgent, renderPage } from '@app/test/render';
import { notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import NotificationsPage from './NotificationsPage';

const usual = { onScreen: false, browser: true, sound: false };
let settings: { ways: Record<string, typeof usual>; showsSubject: boolean; volume: number; doNotDisturb?: { since: string; until?: string } | null };
let sent: { method: string; path: string; body: unknown }[];
let status: number;

beforeEach(() => {
  settings = { ways: Object.fromEntries(['WORK', 'CUSTOMER', 'COLLEAGUE', 'PROMISE', 'UNSENT'].map((kind) => [kind, usual])), showsSubject: false, volume: 50 };
  sent = [];
  status = 200;
  vi.stubGlobal('EventSource', class extends EventTarget { static CLOSED = 2; close() {} });
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path === '/api/people/me/notifications' && request.method === 'GET') return Response.json(status === 200 ? settings : { title: 'Down' }, { status });
    if (path.startsWith('/api/people/me/')) {
      const body = request.method === 'DELETE' ? undefined : ((await request.json()) as { lasts?: string });
      sent.push({ method: request.method, path, body });
      if (status !== 200) return Response.json({ title: 'That was refused', detail: 'Try something else', code: 'request/invalid' }, { status });
      settings = path.endsWith('notifications') ? { ...settings, ...(body as object) }
        : { ...settings, doNotDisturb: body ? { since: new Date().toISOString(), until: body.lasts === 'HOUR' ? new Date(Date.now() + 3_600_000).toISOString() : undefined } : null };
      return Response.json(settings);
    }
    return Response.json([]);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  notifications.clean();
});

/** A browser that has notifications, and answers this when it is asked. */
function aBrowser(permission: NotificationPermission, answers: NotificationPermission = permission) {
  const made: string[] = [];
  const asked = vi.fn(async () => { Fake.permission = answers; return answers; });
  class Fake {
    static permission = permission;
    static requestPermission = asked;
    constructor(title: string) { made.push(title); }
  }
  vi.stubGlobal('Notification', Fake);
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue({ request: async () => undefined, query: async () => ({ held: [] }) } as unknown as LockManager);
  return { made, asked };
}

describe('the page of notifications', () => {
  it('keeps each switch at once, and says nothing of the other kinds', async () => {
    aBrowser('granted');
    renderPage(<NotificationsPage />);
    const wrote = await screen.findByRole('group', { name: 'A customer wrote' });
    fireEvent.click(within(wrote).getByRole('switch', { name: 'Sound' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.body).toEqual({ ways: { CUSTOMER: { ...usual, sound: true } }, showsSubject: false, volume: 50 });
    expect(within(wrote).getByRole<HTMLInputElement>('switch', { name: 'Sound' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('switch', { name: /Show what it is about/ }));
    await waitFor(() => expect(sent[1]?.body).toEqual({ showsSubject: true, ways: {}, volume: 50 }));
  });

  it('shows a switch that could not be kept as it is, and says why', async () => {
    aBrowser('granted');
    renderPage(<NotificationsPage />);
    await screen.findByRole('group', { name: 'Work for me' });
    const browser = () => within(screen.getByRole('group', { name: 'Work for me' })).getByRole<HTMLInputElement>('switch', { name: 'Browser' });
    status = 422;
    fireEvent.click(browser());
    await screen.findByText('That was refused');
    await waitFor(() => expect(browser().checked).toBe(true));
  });

  it('can be tried again when it could not be read', async () => {
    aBrowser('granted');
    status = 500;
    renderPage(<NotificationsPage />);
    const again = await screen.findByRole('button', { name: 'Try again' });
    status = 200;
    fireEvent.click(again);
    await screen.findByRole('group', { name: 'A promise of mine' });
  });

  it('asks the browser after a click only, and shows an example once it may', async () => {
    const { asked, made } = aBrowser('default', 'granted');
    renderPage(<NotificationsPage />);
    const allow = await screen.findByRole('button', { name: 'Allow in this browser' });
    expect(asked).not.toHaveBeenCalled();
    fireEvent.click(allow);
    fireEvent.click(await screen.findByRole('button', { name: 'Show an example' }));
    expect(made).toEqual(['This is how Hartslag lets you know']);
  });

  it('says that nothing was chosen, that the browser blocks it, or that it cannot', async () => {
    aBrowser('default', 'default');
    const first = renderPage(<NotificationsPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow in this browser' }));
    await screen.findByText(/Nothing was chosen/);
    first.unmount();

    aBrowser('default', 'denied');
    const second = renderPage(<NotificationsPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow in this browser' }));
    await screen.findByText('This browser blocks them');
    screen.getByText(/choose “Allow”/);
    second.unmount();

    vi.stubGlobal('Notification', undefined);
    renderPage(<NotificationsPage />);
    await screen.findByText('This browser cannot do it here');
  });
});

describe('do not disturb', () => {
  const button = () => screen.getByRole('button', { name: /Ilse de Wit/ });
  const says = (words: RegExp) => waitFor(() => expect(button().getAttribute('aria-label')).toMatch(words));
  const choose = async (item: string) => {
    fireEvent.click(button());
    fireEvent.click(await screen.findByRole('menuitem', { name: item }));
  };

  it.each([['For an hour', 'HOUR', /Do not disturb until \d\d:\d\d$/], ['Until I end it', 'UNTIL_ENDED', /Do not disturb$/]])('is chosen in the user menu, and seen: %s', async (item, lasts, seen) => {
    renderPage(<UserMenu onKeys={() => {}} />, { user: anAgent });
    await says(/sign out$/);
    await choose(item);
    await says(seen);
    expect(sent).toEqual([{ method: 'PUT', path: '/api/people/me/do-not-disturb', body: { lasts } }]);
  });

  it('is ended there', async () => {
    settings.doNotDisturb = { since: new Date().toISOString() };
    renderPage(<UserMenu onKeys={() => {}} />, { user: anAgent });
    await says(/Do not disturb$/);
    await choose('Let news through again');
    await says(/sign out$/);
    expect(sent).toEqual([{ method: 'DELETE', path: '/api/people/me/do-not-disturb', body: undefined }]);
  });

  it('ends by itself', async () => {
    settings.doNotDisturb = { since: new Date(Date.now() - 1_000).toISOString(), until: new Date(Date.now() + 60_000).toISOString() };
    const first = renderPage(<UserMenu onKeys={() => {}} />, { user: anAgent });
    await screen.findByRole('button', { name: /Do not disturb until/ });
    first.unmount();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    renderPage(<UserMenu onKeys={() => {}} />, { user: anAgent, queries: first.queries });
    await screen.findByRole('button', { name: /sign out$/ });
  });
});
