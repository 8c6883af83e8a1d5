import { anAgent, renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import FollowUpsPage from './FollowUpsPage';

afterEach(() => { vi.unstubAllGlobals(); });

it('does not say that there is nothing before it knows whose to show', async () => {
  const seen: string[] = [];
  let count = (_counts: object) => {};
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname, search } = new URL(request.url);
    seen.push(pathname + search);
    if (pathname.endsWith('/counts')) return new Promise((resolve) => { count = (counts) => resolve(Response.json(counts)); });
    return Promise.resolve(Response.json({ items: [] }));
  });
  renderPage(<FollowUpsPage />, { user: { ...anAgent, permissions: ['follow-ups.view'] } });
  await screen.findByRole('heading', { level: 1 });
  expect(seen.filter((one) => one.startsWith('/api/follow-ups?'))).toEqual([]);
  count({ mine: 0, mineLate: 0, unowned: 0, all: 3 });
  expect(await screen.findByRole('heading', { level: 2 })).toBeTruthy();
  expect(seen.filter((one) => one.startsWith('/api/follow-ups?'))).toEqual([expect.stringContaining('whose=all')]);
});
