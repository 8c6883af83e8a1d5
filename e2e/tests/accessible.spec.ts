import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { obstacles } from '../support/axe';
import { pageOf, phone, wide } from '../support/people';

const pages: Record<string, string[]> = {
  carla: ['/desk/all', '/desk/waiting', '/desk/closed', '/live', '/results', '/follow-ups', '/wall', '/wall/hall', '/customers'],
  victor: ['/listen', '/follow-ups?whose=all'],
  arno: [
    '/settings', '/settings/brands', '/settings/sites', '/settings/departments', '/settings/calendars', '/settings/hours',
    '/settings/reasons', '/settings/queues', '/settings/capacity', '/settings/people', '/settings/teams', '/settings/roles',
    '/settings/tokens', '/settings/audit', '/settings/email', '/settings/spam', '/settings/web-chat', '/settings/asking',
    '/settings/personal-scores', '/settings/api', '/settings/system', '/customers/import', '/intake', '/outbox', '/account',
    '/nothing-here',
  ],
};

async function settled(page: Page) {
  await expect(page.locator('main, h1, h2').first()).toBeVisible();
  await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
}

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  for (const [name, paths] of Object.entries(pages)) {
    test(`no serious obstacle on the pages of ${name}, ${size}`, async ({ browser }) => {
      test.setTimeout(150_000);
      const page = await pageOf(browser, name, viewport);
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        found.push(...(await obstacles(page, path)));
      }
      expect(found).toEqual([]);
    });
  }
}
