import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Page, expect } from '@playwright/test';
import { settled } from './axe';
import type { Language } from './people';

const folder = resolve(import.meta.dirname, '../../docs/images');
const largest = 250_000;

/** Writes what is on the screen to docs/images (Dutch: docs/images/nl), sharp on every screen and small enough to read along. */
export async function picture(page: Page, name: string, language: Language): Promise<void> {
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  const browser = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize()!;
  const clip = { x: 0, y: 0, width, height, scale: 2 };
  const take = async () => (await browser.send('Page.captureScreenshot', { format: 'webp', quality: 75, clip })).data;
  let data = '';
  // Until nothing moves any more; a clock that counts seconds may never stand still.
  for (let tries = 0; tries < 8; tries += 1) {
    const before = data;
    data = await take();
    if (data === before) break;
    await page.waitForTimeout(400);
  }
  const image = Buffer.from(data, 'base64');
  expect(image.length, `${name}.webp in bytes`).toBeLessThan(largest);
  writeFileSync(resolve(folder, language === 'nl' ? 'nl' : '', `${name}.webp`), image);
}
