import type { Browser } from '@playwright/test';
import { Api, pageOf } from './people';

interface Hours { channel: string; site?: string; calendar: string; answerMinutes: number }

/** Closes a channel of a brand for as long as the work takes, and opens it as it was. */
export async function whileClosed(browser: Browser, brandKey: string, channel: string, work: () => Promise<void>): Promise<void> {
  const page = await pageOf(browser, 'arno');
  const api = new Api(page.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === brandKey)!.id;
  const before = (await api.get<Hours[]>(`/api/organisation/brands/${brand}/hours`))
    .map(({ channel: of, site, calendar, answerMinutes }) => ({ channel: of, site, calendar, answerMinutes }));
  // Open on one weekday only: the one after tomorrow, so that it is closed now whatever the hour.
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const day = days[(new Date().getUTCDay() + 2) % 7]!;
  const { id: never } = await api.post<{ id: string }>('/api/organisation/calendars', {
    name: `Closed ${Date.now()}`, zone: 'Europe/Amsterdam', alwaysOpen: false, week: [{ day, opens: '09:00', closes: '17:00' }], holidays: [],
  });
  await api.put(`/api/organisation/brands/${brand}/hours`, before.map((one) => (one.channel === channel ? { ...one, calendar: never } : one)));
  try {
    await work();
  } finally {
    await api.put(`/api/organisation/brands/${brand}/hours`, before);
    await page.context().close();
  }
}
