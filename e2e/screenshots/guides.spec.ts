import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { pageOf } from '../support/people';

const folder = resolve(import.meta.dirname, '../../docs/images');
const largest = 300_000;

interface Picture { name: string; path: string; /** Something that is there when the page is complete. */ waitFor: (page: Page) => Promise<unknown>; narrow?: boolean }

const heading = (name: string | RegExp) => (page: Page) => expect(page.getByRole('heading', { name }).first()).toBeVisible();

const pictures: Record<string, Picture[]> = {
  fatima: [
    { name: 'desk', path: '/desk/all', waitFor: openFirst },
    { name: 'desk-wrap-up', path: '/desk/all', waitFor: wrapUp },
    { name: 'desk-phone', path: '/desk/all', waitFor: (page) => expect(page.getByRole('listitem').first()).toBeVisible(), narrow: true },
    { name: 'results', path: '/results', waitFor: heading(/results/i) },
    { name: 'wall', path: '/wall', waitFor: heading(/compliments|wall/i) },
  ],
  carla: [{ name: 'live', path: '/live', waitFor: heading('Live') }],
  victor: [
    { name: 'listen', path: '/listen', waitFor: heading(/listen/i) },
    { name: 'follow-ups', path: '/follow-ups', waitFor: heading(/follow/i) },
  ],
  arno: [
    { name: 'first-steps', path: '/start', waitFor: heading('First steps') },
    { name: 'settings', path: '/settings', waitFor: heading('Settings') },
    { name: 'hours', path: '/settings/hours', waitFor: heading('Hours and promises') },
    { name: 'queues', path: '/settings/queues', waitFor: heading('Queues') },
    { name: 'people', path: '/settings/people', waitFor: heading('People') },
    { name: 'asking', path: '/settings/asking', waitFor: heading(/ask/i) },
    { name: 'intake', path: '/intake', waitFor: heading('Intake') },
    { name: 'customer', path: '/customers', waitFor: openCustomer },
  ],
};

for (const [person, list] of Object.entries(pictures)) {
  for (const { name, path, waitFor, narrow } of list) {
    test(`picture ${name}`, async ({ browser }) => {
      const page = await pageOf(browser, person, narrow ? { width: 390, height: 780 } : { width: 1280, height: 800 });
      await page.goto(path);
      await waitFor(page);
      await page.waitForTimeout(900);
      const file = resolve(folder, `${name}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      expect(statSync(file).size, `${name}.png is small enough to read along`).toBeLessThan(largest);
      await page.context().close();
    });
  }
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('a[href*="/desk/all/"]').first().click();
  await expect(page.getByRole('complementary').first()).toBeVisible();
}

async function wrapUp(page: Page): Promise<void> {
  await openFirst(page);
  const take = page.getByRole('button', { name: 'Take', exact: true });
  const wrap = page.getByRole('button', { name: 'Wrap up' });
  await expect(take.or(wrap).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  await wrap.click();
  await expect(page.getByRole('complementary', { name: 'Wrap-up' })).toBeVisible();
}

async function openCustomer(page: Page): Promise<void> {
  await page.locator('a[href^="/customers/"]:not([href$="import"])').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
