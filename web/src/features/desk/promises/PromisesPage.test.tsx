import { anAgent, renderPage } from '@app/test/render';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import PromisesPage from './PromisesPage';

beforeEach(() => {
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith('/counts')) return Response.json({ mine: 1, late: 0 });
    if (path.endsWith('/kept')) return Response.json({ answers: { n: 0 }, promises: { n: 0 } });
    return Response.json({ items: [] });
  });
});
afterEach(() => vi.unstubAllGlobals());

it('keeps on a phone which ones in sight, and the rest behind one button that says how many are chosen', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({ matches: media.includes('max-width'), media, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }));
  renderPage(<PromisesPage />, { user: { ...anAgent, permissions: ['contacts.view', 'contacts.handle'] }, at: '/promises?whose=all' });
  const filters = await screen.findByRole('button', { name: 'Filter (1)' });
  expect(screen.getByRole('radio', { name: 'To keep' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
  fireEvent.click(filters);
  expect(screen.getByRole('searchbox')).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Everybody\'s' })).toBeTruthy();
});
