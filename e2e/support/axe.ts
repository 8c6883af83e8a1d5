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

/** What keeps people from using what is on the screen now, frames included: serious obstacles, and a page wider than the screen. */
export async function obstacles(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // the way that looks into frames of other sites costs a page of its own each time
    .setLegacyMode(page.frames().length === 1)
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
    .analyze();
  const found = violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${where}: ${each.id} ${each.nodes[0]?.html.slice(0, 160)}`);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 1) found.push(`${where}: ${wider} pixels wider than the screen`);
  return found;
}
