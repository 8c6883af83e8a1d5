import type { BrowserContext, Page } from '@playwright/test';
import { obstacles, settled } from '../support/axe';
import { tabTo } from '../support/keyboard';
import { takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { Api, pageOf, phone, wide } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

interface Made { title: string; body?: string; click: () => void }
interface Window { made: Made[]; sounds: number; away: boolean }

/** Notifications and sounds are counted instead of made, and a tab is in front only when the journey says so. */
const counted = (context: BrowserContext) => context.addInitScript(() => {
  const own = window as unknown as Window;
  Object.assign(own, { made: [], sounds: 0, away: true });
  const real = window.Notification;
  class Counted {
    static get permission() { return real.permission; }
    static requestPermission = () => real.requestPermission();
    onclick?: () => void;
    constructor(title: string, { body }: NotificationOptions = {}) { own.made.push({ title, body, click: () => this.onclick?.() }); }
    close() {}
  }
  window.Notification = Counted as unknown as typeof Notification;
  AudioContext.prototype.createOscillator = new Proxy(AudioContext.prototype.createOscillator, {
    apply: (create, context, values) => { own.sounds += 0.5; return Reflect.apply(create, context, values); },
  });
  Object.defineProperty(document, 'visibilityState', { get: () => (own.away ? 'hidden' : 'visible') });
  document.hasFocus = () => !own.away;
});

const inFront = (page: Page, yes: boolean) => page.evaluate((away) => {
  (window as unknown as Window).away = away;
  document.dispatchEvent(new Event('visibilitychange'));
}, !yes);

const made = async (pages: Page[]) =>
  (await Promise.all(pages.map((page) => page.evaluate(() => (window as unknown as Window).made.map(({ title, body }) => ({ title, body })))))).flat();
const sounds = async (pages: Page[]) =>
  (await Promise.all(pages.map((page) => page.evaluate(() => (window as unknown as Window).sounds)))).reduce((sum, one) => sum + one, 0);

test('of a customer\'s message elsewhere exactly one tab tells, once; nothing while it is on screen or one is not to be disturbed', async ({ browser }) => {
  test.setTimeout(240_000);
  const stamp = Date.now();
  const customers = [1, 2, 3, 4].map((number) => ({ from: `melding${number}.${stamp}@klant.example`, subject: `Melding${number} ${stamp}` }));
  const writes = (number: number, again = true) => {
    const { from, subject } = customers[number - 1]!;
    return sendMail({ from, to: 'service@demo.example', subject: again ? `Re: ${subject}` : subject, text: 'Zijn jullie er nog?', headers: again ? { References: `<first.${from}>` } : { 'Message-ID': `<first.${from}>` } });
  };
  const agent = await pageOf(browser, 'carla');
  const context = agent.context();
  await context.grantPermissions(['notifications']);
  await counted(context);
  const api = new Api(context.request);
  const usual = await api.get<{ ways: object; showsSubject: boolean; volume: number }>('/api/people/me/notifications');
  for (const [index, { subject }] of customers.entries()) {
    await writes(index + 1, false);
    await takeFromWaiting(agent, subject);
  }
  const last = new URL(agent.url()).pathname;

  await test.step('one chooses by keyboard, on any screen', async () => {
    await agent.goto('/settings/notifications');
    await expect(agent.getByText('This browser shows them.')).toBeVisible();
    const wrote = agent.getByRole('group', { name: 'A customer wrote' });
    for (const way of ['Screen', 'Sound']) {
      await tabTo(agent, wrote.getByRole('switch', { name: way }));
      await agent.keyboard.press('Space');
      await expect(wrote.getByRole('switch', { name: way })).toBeChecked();
    }
    await agent.getByRole('button', { name: 'Play it' }).click();
    await expect.poll(() => sounds([agent])).toBe(1);
    for (const size of [phone, wide]) {
      await agent.setViewportSize(size);
      await settled(agent);
      expect(await obstacles(agent, `notifications ${size.width}`)).toEqual([]);
    }
    await agent.reload();
    await expect(wrote.getByRole('switch', { name: 'Sound' })).toBeChecked();
  });

  const other = await context.newPage();
  await other.goto('/promises');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  const tabs = [agent, other];
  const toast = (page: Page, subject: string) => page.getByRole('alert').filter({ hasText: subject });

  await test.step('both tabs are behind another program: one tells, once, without what it is about', async () => {
    await writes(1);
    for (const tab of tabs) await expect(toast(tab, customers[0]!.subject)).toBeVisible();
    await expect.poll(() => made(tabs)).toEqual([{ title: 'A customer wrote', body: undefined }]);
    await expect.poll(() => sounds(tabs)).toBe(1);
  });

  await test.step('what is on a visible screen is not told', async () => {
    await other.goto(last.replace(/[^/]+$/, '') + (await conversationOf(api, customers[1]!.subject)));
    await expect(other.getByRole('log', { name: 'Messages' })).toBeVisible();
    await inFront(other, true);
    await writes(2);
    await expect(other.getByRole('log', { name: 'Messages' }).getByText('Zijn jullie er nog?')).toHaveCount(2);
    await expect(toast(agent, customers[1]!.subject)).toBeVisible();
    await inFront(other, false);
    expect(await made(tabs)).toHaveLength(1);
  });

  await test.step('not to be disturbed is seen in every tab, and nothing is told but on screen', async () => {
    await agent.getByRole('button', { name: /^Carla.*sign out/ }).click();
    await agent.getByRole('menuitem', { name: 'For an hour' }).click();
    for (const tab of tabs) await expect(tab.getByText(/Do not disturb until/).first()).toBeVisible();
    await writes(3);
    for (const tab of tabs) await expect(toast(tab, customers[2]!.subject)).toBeVisible();
    await agent.getByRole('button', { name: /^Carla.*Do not disturb until/ }).click();
    await agent.getByRole('menuitem', { name: 'Let news through again' }).click();
    for (const tab of tabs) await expect(tab.getByText(/Do not disturb until/)).toHaveCount(0);
    expect(await made(tabs)).toHaveLength(1);
    expect(await sounds(tabs)).toBe(1);
  });

  await test.step('who wants to sees what it is about; a click leads to the conversation', async () => {
    await agent.getByRole('switch', { name: /Show what it is about/ }).click();
    await expect.poll(async () => (await api.get<{ showsSubject: boolean }>('/api/people/me/notifications')).showsSubject).toBe(true);
    await writes(4);
    await expect.poll(() => made(tabs)).toEqual([{ title: 'A customer wrote', body: undefined }, { title: 'A customer wrote', body: customers[3]!.subject }]);
    await expect.poll(() => sounds(tabs)).toBe(2);
    await agent.evaluate(() => (window as unknown as Window).made.at(-1)!.click());
    await expect(agent).toHaveURL(new RegExp(await conversationOf(api, customers[3]!.subject)));
    await expect(agent.getByRole('log', { name: 'Messages' })).toBeVisible();
  });

  await api.put('/api/people/me/notifications', usual);
  for (const { subject } of customers) {
    await agent.goto(`/desk/all/${await conversationOf(api, subject)}`);
    await wrapUpAsSolved(agent);
  }
});

async function conversationOf(api: Api, subject: string): Promise<string> {
  return (await api.get<{ items: { conversation: string }[] }>(`/api/desk/found?text=${encodeURIComponent(subject)}`)).items[0]!.conversation;
}
