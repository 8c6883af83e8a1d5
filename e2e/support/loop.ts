import { type Page, expect } from '@playwright/test';
import { Api, pageOf } from './people';
import type { Browser } from '@playwright/test';

interface Brand { id: string; key: string }
interface SentMail { id: string; subject: string; purpose: string }

/** Every solved case of the first brand is asked at once, so that a journey does not depend on the draw. */
export async function askEveryone(browser: Browser): Promise<void> {
  const page = await pageOf(browser, 'arno');
  const api = new Api(page.request);
  const { user } = await api.get<{ user: { brands: Brand[] } }>('/api/session');
  for (const brand of user.brands) {
    await api.put(`/api/feedback/settings/${brand.id}/rule`, { oneIn: 1, delayMinutes: 0, quarantineDays: 0 });
  }
  await page.context().close();
}

/** The mail of this purpose that left to the address, as the customer would read it. */
export async function mailTo(page: Page, address: string, purpose: string): Promise<{ text: string; html: string; headers: { name: string; value: string }[] }> {
  const api = new Api(page.request);
  let found: SentMail | undefined;
  await expect.poll(async () => {
    const list = await api.get<{ items: SentMail[] }>(`/api/outbox?search=${encodeURIComponent(address)}`);
    found = list.items.find((mail) => mail.purpose === purpose);
    return found !== undefined;
  }, { timeout: 60_000, message: `a mail of purpose ${purpose} to ${address}` }).toBe(true);
  return api.get(`/api/outbox/${found!.id}`);
}

/** Opens the conversation with this subject from the list of everything that waits, and takes it. */
export async function takeFromWaiting(page: Page, subject: string): Promise<void> {
  await page.goto('/desk/all');
  const row = page.getByRole('link', { name: new RegExp(subject) }).first();
  const more = page.getByRole('button', { name: 'Show more' });
  // what came last stands last, which at the end of a day of journeys is on a later page
  await expect(async () => {
    if (!await row.isVisible() && await more.isVisible()) await more.click();
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await row.click();
  const take = page.getByRole('button', { name: 'Take', exact: true });
  const wrapUp = page.getByRole('button', { name: 'Wrap up' });
  await expect(take.or(wrapUp).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  await expect(wrapUp).toBeVisible();
}

export async function answer(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write to the customer' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(text).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Write to the customer' })).toHaveValue('');
}

export async function wrapUpAsSolved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wrap up' }).click();
  const panel = page.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await page.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(page.getByText('Solved. Well done.')).toBeVisible();
}
