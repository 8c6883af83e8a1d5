import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Page, expect } from '@playwright/test';
import { settled } from './axe';

const folder = resolve(import.meta.dirname, '../../docs/images');
const largest = 250_000;

/** Writes what is on the screen to docs/images, sharp on every screen and small enough to read along. */
export async function picture(page: Page, name: string): Promise<void> {
  let tries = 8;
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.addStyleTag({ content: '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }' });
  await page.mouse.move(0, 0);
  const browser = await page.context().newCDPSession(page);
  const take = async () => (await browser.send('Page.captureScreenshot', { format: 'webp', quality: 80 })).data;
  let data = await take();
  // Until nothing moves any more. A clock that counts seconds may never stand still.
  for (let before = ''; before !== data && tries > 0; tries -= 1) {
    before = data;
    await page.waitForTimeout(400);
    data = await take();
  }
  const image = Buffer.from(data, 'base64');
  expect(image.length, `${name}.webp in bytes`).toBeLessThan(largest);
  writeFileSync(resolve(folder, `${name}.webp`), image);
}
