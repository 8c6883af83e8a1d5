import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The page shows what it has: no word of loading is left. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main, h1, h2').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

export async function inDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
}

/** What keeps people from using what is on the screen now: serious obstacles, also in frames of ours, and a page wider than the screen. */
export async function obstacles(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // looks into frames of our own origin; a mail in its sandbox is somebody else's text, and looking there stands still at times
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
    .analyze();
  const found = violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${where}: ${each.id} ${each.nodes[0]?.html.slice(0, 160)}`);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 1) found.push(`${where}: ${wider} pixels wider than the screen`);
  return found;
}
