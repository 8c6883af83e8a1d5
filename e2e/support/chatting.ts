import { type Browser, type Page, expect } from '@playwright/test';
import { Api, type Language, pageOf, wide } from './people';

interface Person { user: string; name: string; capacity: { calls: number; chats: number; mails: number } }
interface Row { contact: string; conversation: string }

const onDuty: { page: Page; at: string }[] = [];

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
  onDuty.push({ page, at });
  return page;
}

/** Everyone lays down what is left in hand, so that it does not come back to a colleague in the next journey. */
export async function allGoHome(): Promise<void> {
  for (const { page, at } of onDuty.splice(0)) {
    const api = new Api(page.request, at);
    await api.put('/api/routing/me/presence', { state: 'OFFLINE' });
    const { items } = await api.get<{ items: Row[] }>('/api/desk/rows?view=MINE&limit=50');
    for (const { contact, conversation } of items) {
      const { conversation: { lastSeq }, consults } = await api.get<{ conversation: { lastSeq: number }; consults: { id: string; state: string }[] }>(`/api/desk/conversations/${conversation}`);
      for (const { id } of consults.filter(({ state }) => ['open', 'late', 'returned'].includes(state.toLowerCase()))) await api.post(`/api/consults/${id}/withdraw`, {});
      await api.post(`/api/desk/contacts/${contact}/wrap-up`, { caseState: 'WAITING_FOR_CUSTOMER', seenSeq: lastSeq, registration: { result: 'SPAM' } });
    }
  }
}

/** Comes to work: from here on contacts are offered. */
export async function available(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(You are|Je status is)/ }).click();
  await page.getByRole('menuitem', { name: /^(Available|Beschikbaar)/ }).click();
  await expect(page.getByRole('button', { name: /^(You are Available|Je status is Beschikbaar)/ })).toBeVisible();
}

export const writing = (page: Page) => page.getByRole('textbox', { name: /^(Write to the customer|Schrijf aan de klant)$/ });

export const thread = (page: Page) => page.getByRole('log');
