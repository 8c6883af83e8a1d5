import { test as base } from '@playwright/test';
import { allGoHome } from './chatting';

/** After each journey everybody goes home, so that nobody is left who takes the next one's contacts. */
export const test = base.extend<{ home: void }>({
  home: [async ({ browser }, use) => {
    await use();
    await allGoHome();
    await Promise.all(browser.contexts().map((context) => context.close()));
  }, { auto: true }],
});

export { expect } from '@playwright/test';
