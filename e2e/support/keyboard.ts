import { type Locator, type Page, expect } from '@playwright/test';

const far = 150;

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(to).toBeVisible();
  for (let at = 0; at < far; at += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${to} cannot be reached with ${key}`);
}

/** Goes to it and presses Enter. */
export async function enter(page: Page, on: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, on, key);
  await page.keyboard.press('Enter');
}

/** Types into a field that chooses from a list, and takes the first that fits. */
export async function choose(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toBeVisible();
  // what does not fit has left the list, or the choice would leave with it
  await expect(page.getByRole('option').filter({ hasNotText: new RegExp(words, 'i') })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=option][data-combobox-selected]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
}

/** Whoever works by keyboard is somewhere, not at the top of the document again. */
export const somewhere = (page: Page) => expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
