import type { Browser } from '@playwright/test';
import { Api, pageOf } from './people';

interface Hours { channel: string; site?: string; calendar: string; answerMinutes: number }

/** Closes a channel of a brand for as long as the work takes, and opens it as it was. */
export async function whileClosed(browser: Browser, brandKey: string, channel: string, work: () => Promise<void>): Promise<void> {
  // Open on one weekday only: the one after tomorrow, so that it is closed now whatever the hour.
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const day = days[(new Date().getUTCDay() + 2) % 7]!;
  await within(browser, brandKey, channel, { alwaysOpen: false, week: [{ day, opens: '09:00', closes: '17:00' }] }, work);
}

/** Opens a channel of a brand at every hour for as long as the work takes. */
export const whileOpen = (browser: Browser, brandKey: string, channel: string, work: () => Promise<void>) => within(browser, brandKey, channel, { alwaysOpen: true, week: [] }, work);

async function within(browser: Browser, brandKey: string, channel: string, calendar: { alwaysOpen: boolean; week: unknown[] }, work: () => Promise<void>): Promise<void> {
  const page = await pageOf(browser, 'arno');
  const api = new Api(page.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === brandKey)!.id;
  const before = (await api.get<Hours[]>(`/api/organisation/brands/${brand}/hours`))
    .map(({ channel: of, site, calendar: at, answerMinutes }) => ({ channel: of, site, calendar: at, answerMinutes }));
  const { id: other } = await api.post<{ id: string }>('/api/organisation/calendars', { name: `For a while ${Date.now()}`, zone: 'Europe/Amsterdam', ...calendar, holidays: [] });
  await api.put(`/api/organisation/brands/${brand}/hours`, before.map((one) => (one.channel === channel ? { ...one, calendar: other } : one)));
  try {
    await work();
  } finally {
    await api.put(`/api/organisation/brands/${brand}/hours`, before);
    await api.delete(`/api/organisation/calendars/${other}`);
    await page.context().close();
  }
}
