import { expect, test } from '../support/test';
import { obstacles, settled } from '../support/axe';
import { pageOf, phone, wide } from '../support/people';

const pages: [what: string, who: string, paths: string[]][] = [
  ['the work', 'carla', ['/desk/all', '/desk/waiting', '/desk/closed', '/live', '/live/wall', '/live/promises', '/results', '/promises', '/promises?whose=all&shown=done', '/gestures', '/gestures?shown=asked', '/follow-ups', '/wall', '/wall/hall', '/customers', '/settings/notifications']],
  ['listening', 'victor', ['/listen', '/results/colleagues', '/follow-ups?whose=all', '/settings/gestures']],
  ['the company', 'arno', [
    '/start', '/settings', '/settings/brands', '/settings/sites', '/settings/departments', '/settings/calendars', '/settings/hours', '/settings/reasons',
  ]],
  ['people and queues', 'arno', [
    '/settings/queues', '/settings/capacity', '/settings/people', '/settings/teams', '/settings/roles', '/settings/tokens', '/account', '/nothing-here',
  ]],
  ['channels', 'arno', ['/settings/email', '/settings/spam', '/settings/web-chat', '/intake', '/outbox', '/undelivered', '/undelivered?trouble=GIVEN_UP', '/customers/import']],
  ['asking and the system', 'arno', ['/settings/asking', '/settings/personal-scores', '/settings/audit', '/settings/api', '/settings/system', '/about']],
];

for (const [what, name, paths] of pages) {
  // Dutch on the phone, where its longer words have least room
  test(`no serious obstacle on the pages of ${what}, wide in English and narrow in Dutch`, async ({ browser }) => {
    test.setTimeout(180_000);
    const found: string[] = [];
    for (const [size, language] of [[wide, 'en'], [phone, 'nl']] as const) {
      const page = await pageOf(browser, name, size, language);
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        found.push(...(await obstacles(page, `${path} ${language}`)));
      }
    }
    expect(found).toEqual([]);
  });
}
