import { type Browser, type Page, expect } from '@playwright/test';
import { Api, type Language, pageOf, wide } from './people';

interface Person { user: string; name: string; capacity: { calls: number; chats: number; mails: number } }

/** Someone at the desk to whom chats come and nothing else, so that a journey meets only its own customer. */
export async function chatAgent(
  browser: Browser, name: string, fullName: string, { viewport = wide, language = 'en', at = '' }: { viewport?: typeof wide; language?: Language; at?: string } = {},
): Promise<Page> {
  const administrator = await pageOf(browser, 'arno');
  const api = new Api(administrator.request);
  const people = await api.get<Person[]>('/api/routing/capacity');
  const { user } = people.find((one) => one.name === fullName)!;
  await api.put(`/api/routing/capacity/${user}`, { calls: 0, chats: 3, mails: 0 });
  await administrator.context().close();
  const page = await pageOf(browser, name, viewport, language, at);
  await page.goto(`${at}/desk/mine`);
  return page;
}

/** Comes to work: from here on contacts are offered. */
export async function available(page: Page, is = true): Promise<void> {
  await page.getByRole('button', { name: /^(You are|Je status is)/ }).click();
  await page.getByRole('menuitem', { name: is ? /^(Available|Beschikbaar)/ : /^(Off|Afwezig)/ }).click();
  await expect(page.getByRole('button', { name: is ? /^(You are Available|Je status is Beschikbaar)/ : /^(You are Off|Je status is Afwezig)/ })).toBeVisible();
}

export const writing = (page: Page) => page.getByRole('textbox', { name: /^(Write to the customer|Schrijf aan de klant)$/ });

export const thread = (page: Page) => page.getByRole('log');
