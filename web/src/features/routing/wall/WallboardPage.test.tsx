import { anAgent, renderPage } from '@app/test/render';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WallboardPage from './WallboardPage';

const aQueue = (id: string, brand: string, waiting: number) => ({
  queue: { id, brand, name: `Queue ${id}`, priority: 50, ageingMinutes: 10, mode: 'push', offerSeconds: 30, overflowMinutes: 60, skills: {}, atAllHours: false, search: { preferred: {}, knowsCaseMinutes: 0, rings: [] } },
  figures: { queue: id, waiting, overflowed: waiting, inHand: 4, oldestAt: waiting ? new Date(Date.now() - 5.5 * 60_000).toISOString() : undefined },
});
const brands = [{ id: 'b1', key: 'shop', name: 'The Shop' }, { id: 'b2', key: 'market', name: 'The Market' }];

beforeEach(() => {
  vi.stubGlobal('EventSource', class { addEventListener() {} close() {} });
  const level = { n: 20, share: { percent: 75 } };
  vi.stubGlobal('fetch', (request: Request) => Promise.resolve(Response.json(request.url.includes('/service-level')
    ? { minutes: 60, total: { n: 22, share: { percent: 70 } }, brands: [{ brand: 'b1', answers: level }, { brand: 'b2', answers: { n: 2 } }], queues: [{ queue: 'a', answers: level }, { queue: 'b', answers: { n: 2 } }] }
    : request.url.includes('/today')
    ? [{ queue: 'a', answers: { n: 40, share: { percent: 80 } }, late: 3, dueSoon: 2 }, { queue: 'b', answers: { n: 3 }, late: 0, dueSoon: 0 }]
    : [aQueue('a', 'b1', 2), aQueue('b', 'b2', 0)])));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const cells = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(name) })).getAllByRole('cell').map((cell) => cell.textContent);

describe('the wallboard', () => {
  it('shows each queue in six figures, and the service level over all, and no share below ten', async () => {
    renderPage(<WallboardPage />, { user: { ...anAgent, brands } });
    await screen.findByText('80%');
    expect(await cells('Queue a')).toEqual(['2', '5m2 too long', '4', '23 late', '75%of 20 answers', '80%of 40 answers']);
    expect(await cells('Queue b')).toEqual(['0', '–', '4', '0', '–of 2 answers', '–of 3 answers']);
    expect(screen.getByText(/^In time in the last hour:/).textContent).toBe('In time in the last hour: 70% of 22 answers');
  });

  it('leads to what is promised, for who may see contacts, and says what is counted', async () => {
    const { unmount } = renderPage(<WallboardPage />, { user: { ...anAgent, brands, permissions: ['contacts.view'] } });
    const link = await screen.findByRole('link', { name: 'Queue a: 2 due within the hour, 3 late: show them' });
    expect(link.getAttribute('href')).toBe('/live/promises?queue=a&within=hour');
    expect(screen.getByRole('button', { name: /The same promises as under Promises due/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Queue b/ })).toBeNull();
    unmount();
    renderPage(<WallboardPage />, { user: { ...anAgent, brands } });
    await screen.findByText('3 late');
    expect(screen.queryByRole('link', { name: /^Queue a/ })).toBeNull();
  });

  it('shows one brand when its address says so', async () => {
    renderPage(<WallboardPage />, { user: { ...anAgent, brands }, at: '/live/wall?brand=b2' });
    expect(await screen.findByText('Queue b')).toBeTruthy();
    expect(screen.queryByText('Queue a')).toBeNull();
    expect((await screen.findByText(/^In time in the last hour:/)).textContent).toBe('In time in the last hour: – of 2 answers; below ten there is no percentage');
  });

  describe('with more queues than the screen is high', () => {
    const many = (busy: number) => {
      vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(920);
      const queues = Array.from({ length: 40 }, (_, at) => aQueue(`${100 + at}`, 'b1', at >= 40 - busy ? 1 : 0));
      vi.stubGlobal('fetch', (request: Request) => Promise.resolve(Response.json(request.url.endsWith('/queues') ? queues : request.url.includes('/service-level') ? { minutes: 60, total: { n: 0 }, brands: [], queues: [] } : [])));
      renderPage(<WallboardPage />, { user: anAgent });
    };

    it('folds what is quiet into one line', async () => {
      many(12);
      expect(await screen.findByText('28 queues are quiet')).toBeTruthy();
      expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(Array.from({ length: 12 }, (_, at) => `Queue ${128 + at}`));
    });

    it('says how many more there are when not even that is enough', async () => {
      many(23);
      expect(await screen.findByText('and 6 more · 17 queues are quiet')).toBeTruthy();
      expect(screen.getAllByRole('rowheader')).toHaveLength(17);
    });
  });
});
