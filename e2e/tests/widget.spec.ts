import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/test';
import { obstacles } from '../support/axe';
import { whileClosed } from '../support/hours';
import { pageOf, phone, wide } from '../support/people';
import { Visitor } from '../support/visitor';

const shop = '/demo/shop/lindenhof?language=en';

test('the widget lives in a strict page, leaves nothing behind in it and weighs less than 40 kB', async ({ browser }) => {
  const names = async (withWidget: boolean) => {
    const page = await (await browser.newContext()).newPage();
    const wrong: string[] = [];
    page.on('console', (message) => { if (/Content.Security.Policy|Refused to/i.test(message.text())) wrong.push(message.text()); });
    page.on('pageerror', (error) => wrong.push(error.message));
    const weights: Promise<number>[] = [];
    page.on('response', (response) => {
      if (/\/widget\//.test(response.url())) weights.push(response.body().then((body) => gzipSync(body).length));
    });
    if (!withWidget) await page.route('**/widget/widget.js*', (route) => route.abort());
    await page.goto(shop);
    if (withWidget) {
      await page.locator('button.launcher').click();
      await expect(page.frameLocator('iframe').locator('.reason').first()).toBeVisible();
    }
    return { globals: await page.evaluate(() => Object.getOwnPropertyNames(window).sort()), wrong, weight: (await Promise.all(weights)).reduce((sum, one) => sum + one, 0) };
  };
  const without = await names(false);
  const having = await names(true);
  // an embedded frame is found in the window by its number, as every frame is; the test itself leaves its own mark
  expect(having.globals.filter((name) => !without.globals.includes(name) && !/^\d+$|^__playwright/.test(name))).toEqual([]);
  expect(having.wrong).toEqual([]);
  expect(having.weight).toBeGreaterThan(5_000);
  expect(having.weight).toBeLessThan(40 * 1024);
});

test('the keyboard alone opens the chat, asks, writes and closes it, and the focus goes back', async ({ browser }) => {
  const visitor = await Visitor.inShop(browser);
  const { page, frame } = visitor;
  await page.locator('button.launcher').focus();
  await page.keyboard.press('Enter');
  await expect(frame.locator('.reason').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('heading', { name: 'Delivery' })).toBeVisible();
  await expect(frame.locator('.reason').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(frame.locator('#question')).toBeFocused();
  await page.keyboard.type('Can I do this without a mouse?');
  for (let at = 0; at < 3; at++) await page.keyboard.press('Tab');
  await expect(frame.getByRole('button', { name: 'Start chat' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visitor.field).toBeFocused();
  await page.keyboard.type('Yes');
  await page.keyboard.press('Enter');
  await expect(visitor.bubble('Yes')).toBeVisible();
  await expect(frame.getByRole('log', { name: 'Conversation' })).toHaveAttribute('aria-live', 'polite');
  await page.keyboard.press('Escape');
  await expect(page.locator('button.launcher')).toBeFocused();
});

test('when the chat is closed it says until when, and the question comes to the desk as mail', async ({ browser }) => {
  const stamp = Date.now();
  await whileClosed(browser, 'brightnest', 'webchat', async () => {
    const visitor = await Visitor.inShop(browser, { brand: 'brightnest', language: 'nl', viewport: phone });
    await visitor.open();
    await expect(visitor.frame.locator('.line')).toContainText('Gesloten · open');
    await expect(visitor.frame.getByText('De chat is nu gesloten', { exact: false })).toBeVisible();
    expect(await obstacles(visitor.page, 'closed chat')).toEqual([]);
    await visitor.choose();
    await visitor.frame.locator('#question').fill(`Kan dit ook per mail ${stamp}?`);
    await visitor.frame.locator('button.primary').click();
    await expect(visitor.frame.locator('#email')).toBeFocused();
    await visitor.frame.locator('#email').fill(`closed.${stamp}@klant.example`);
    await visitor.frame.locator('button.primary').click();
    await expect(visitor.frame.getByText(`closed.${stamp}@klant.example`, { exact: false })).toBeVisible();
  });
  const agent = await pageOf(browser, 'carla');
  await agent.goto('/desk/all?q=' + encodeURIComponent(`closed.${stamp}@klant.example`));
  await expect(agent.locator('[data-row]')).toHaveCount(1);
  await agent.locator('[data-row]').click();
  await expect(agent.getByRole('log').getByText(`Kan dit ook per mail ${stamp}?`)).toBeVisible();
});

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  test(`no serious obstacle in any state of the widget, ${size}`, async ({ browser }) => {
    const visitor = await Visitor.inShop(browser, { viewport });
    const { page, frame } = visitor;
    const found = await obstacles(page, 'shop');
    await visitor.open();
    found.push(...(await obstacles(page, 'what it is about')));
    await visitor.choose();
    await frame.locator('button.primary').click();
    await expect(frame.locator('#question[aria-invalid]')).toBeVisible();
    found.push(...(await obstacles(page, 'a question that is not filled in')));
    await frame.locator('#question').fill('Where is my order?');
    await frame.locator('button.primary').click();
    await expect(visitor.bubble('Where is my order?')).toBeVisible();
    found.push(...(await obstacles(page, 'waiting')));
    await frame.getByRole('button', { name: 'End chat' }).click();
    await expect(frame.getByRole('dialog').last()).toBeVisible();
    found.push(...(await obstacles(page, 'ending')));
    await frame.getByRole('button', { name: 'Rather by e-mail' }).click();
    await expect(frame.locator('#email')).toBeVisible();
    found.push(...(await obstacles(page, 'by mail instead')));
    expect(found).toEqual([]);
  });
}
