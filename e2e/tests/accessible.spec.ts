import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pageOf } from '../support/people';

const pages: Record<string, string[]> = {
  carla: ['/desk/all', '/desk/waiting', '/live', '/results', '/follow-ups', '/wall', '/customers'],
  victor: ['/listen', '/follow-ups'],
  arno: [
    '/settings', '/settings/brands', '/settings/calendars', '/settings/queues', '/settings/people', '/settings/audit',
    '/settings/email', '/settings/web-chat', '/settings/asking', '/settings/api', '/intake', '/outbox', '/account',
  ],
};

for (const [name, paths] of Object.entries(pages)) {
  for (const [size, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } })) {
    test(`no serious obstacle on the pages of ${name}, ${size}`, async ({ browser }) => {
      const page = await pageOf(browser, name, viewport);
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        await expect(page.locator('main').first()).toBeVisible();
        await page.waitForLoadState('load');
        const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        for (const violation of result.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical')) {
          found.push(`${path}: ${violation.id} ${violation.nodes[0]?.html.slice(0, 160)}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 1) found.push(`${path}: ${wide} pixels wider than the screen`);
      }
      expect(found).toEqual([]);
    });
  }
}
