import { type Browser, type FrameLocator, type Locator, type Page, expect } from '@playwright/test';
import { type Language, wide } from './people';

interface Where {
  brand?: string;
  language?: Language;
  /** Logged in at the shop, which signs who that is. */
  customer?: string;
  viewport?: { width: number; height: number };
  /** Another way to the product than the straight one. */
  at?: string;
}

/** A customer with the widget in the demo shop. */
export class Visitor {
  readonly frame: FrameLocator;

  private constructor(readonly page: Page) {
    this.frame = page.frameLocator('iframe');
  }

  static async inShop(browser: Browser, { brand = 'lindenhof', language = 'en', customer, viewport = wide, at = '' }: Where = {}): Promise<Visitor> {
    const page = await (await browser.newContext({ viewport })).newPage();
    const who = customer ? `&customer=${encodeURIComponent(customer)}` : '';
    await page.goto(`${at}/demo/shop/${brand}?language=${language}${who}`);
    return new Visitor(page);
  }

  async open(): Promise<void> {
    await this.page.locator('button.launcher').click();
    await expect(this.frame.locator('.card').first()).toBeVisible();
  }

  /** Chooses what it is about, the first of the list, and asks. */
  async ask(question: string): Promise<void> {
    await this.open();
    await this.choose();
    await this.frame.locator('#question').fill(question);
    await this.frame.locator('button.primary').click();
    await expect(this.bubble(question)).toBeVisible();
  }

  /** The first thing it may be about, and of what that holds the last, which is "something else". */
  async choose(): Promise<void> {
    await this.frame.locator('.reason').first().click();
    if ((await this.frame.locator('#question').count()) === 0) await this.frame.locator('.reason').last().click();
    await expect(this.frame.locator('#question')).toBeFocused();
  }

  get field(): Locator {
    return this.frame.locator('#message');
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
    await expect(this.bubble(text)).toBeVisible();
  }

  bubble(text: string): Locator {
    return this.frame.locator('.bubble', { hasText: text });
  }

  /** What stands in the thread, in order. */
  said(): Promise<string[]> {
    return this.frame.locator('.bubble').allTextContents();
  }
}
