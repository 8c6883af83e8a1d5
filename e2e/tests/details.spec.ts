import type { Browser, Page } from '@playwright/test';
import { inDark, obstacles, settled } from '../support/axe';
import { Api, pageOf, phone, wide } from '../support/people';
import { answerDoesNotArrive, customerIsAsked } from '../support/scene';
import { expect, test } from '../support/test';
import { Visitor } from '../support/visitor';

/** Somebody who has just been given a password for once, and has signed in with it. */
async function newcomer(browser: Browser, viewport: typeof wide): Promise<Page> {
  const administrator = await pageOf(browser, 'arno');
  const email = `new.${Date.now()}@demo.example`;
  const { password } = await new Api(administrator.request).post<{ password: string }>('/api/people/users', {
    name: 'New Person', email, locale: 'en', active: true, roles: [{ role: 'agent' }], teams: [], skills: {},
  });
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^(Password|Wachtwoord)/).first().fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Choose your password|Kies je wachtwoord/ })).toBeVisible();
  return page;
}

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  test(`no serious obstacle before one is signed in, ${size}`, async ({ browser }) => {
    const found: string[] = [];
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto('/login');
    await settled(page);
    found.push(...(await obstacles(page, 'log-in')));
    await page.getByLabel('E-mail').fill('nobody@demo.example');
    await page.getByLabel(/^(Password|Wachtwoord)/).first().fill('not this one');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').first()).toBeVisible();
    found.push(...(await obstacles(page, 'log-in, refused')));
    await inDark(page);
    found.push(...(await obstacles(page, 'log-in in the dark')));
    const first = await newcomer(browser, viewport);
    found.push(...(await obstacles(first, 'new password')));
    await inDark(first);
    found.push(...(await obstacles(first, 'new password in the dark')));
    for (const language of ['nl', 'en'] as const) {
      const visitor = await Visitor.inShop(browser, { viewport, language });
      await expect(visitor.page.locator('button.launcher')).toBeVisible();
      found.push(...(await obstacles(visitor.page, `the shop in ${language}`)));
    }
    expect(found).toEqual([]);
  });

  test(`no serious obstacle on what is said of one customer, one mail and one that did not arrive, ${size}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    const customer = `eva.${Date.now()}@klant.example`;
    const subject = `Kettle ${Date.now()}`;
    await answerDoesNotArrive(browser, customer, subject, 'When does it come?');
    const page = await pageOf(browser, 'carla', viewport);
    const look = async (where: string) => {
      await settled(page);
      found.push(...(await obstacles(page, where)));
    };
    await page.goto(`/undelivered?search=${customer}`);
    const link = page.getByRole('link', { name: subject });
    await expect(link).toBeVisible();
    await look('undelivered');
    await page.getByRole('button', { name: 'Give up' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('giving up');
    await page.keyboard.press('Escape');
    await link.click();
    await expect(page.getByText('Not sent').first()).toBeVisible();
    await look('the conversation of what did not arrive');
    await page.goto(`/customers?text=${customer}`);
    await expect(page.locator('main a[href^="/customers/"]')).toHaveCount(1);
    await page.locator('main a[href^="/customers/"]').click();
    await expect(page.getByRole('tab', { name: 'Contacts' })).toBeVisible();
    await look('one customer');
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await look('one customer, contacts');
    await inDark(page);
    await look('one customer in the dark');
    const administrator = await pageOf(browser, 'arno', viewport);
    for (const list of ['intake', 'outbox']) {
      await administrator.goto(`/${list}?search=${encodeURIComponent(list === 'intake' ? subject : customer)}`);
      await administrator.locator(`a[href^="/${list}/"]`).first().click();
      await expect(administrator.getByRole('heading', { level: 1, name: new RegExp(subject) })).toBeVisible();
      await settled(administrator);
      found.push(...(await obstacles(administrator, `one of ${list}`)));
    }
    expect(found).toEqual([]);
  });

  test(`no serious obstacle on the survey, ${size}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const found: string[] = [];
    const customer = `mia.${Date.now()}@klant.example`;
    const subject = `Lamp ${Date.now()}`;
    const link = await customerIsAsked(browser, customer, subject, 'Waar blijft de lamp?');
    const page = await (await browser.newContext({ viewport, locale: 'nl-NL' })).newPage();
    await page.goto(link);
    found.push(...(await obstacles(page, 'the question')));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await obstacles(page, 'the question in the dark')));
    await page.goto(`${link}?score=3`);
    found.push(...(await obstacles(page, 'the question with a score in the dark')));
    await page.getByRole('button').first().click();
    await expect(page.getByRole('textbox')).toBeVisible();
    found.push(...(await obstacles(page, 'the words in the dark')));
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await obstacles(page, 'the words')));
    await page.getByRole('button').first().click();
    await expect(page.getByText(/Bedankt|Dank/).first()).toBeVisible();
    found.push(...(await obstacles(page, 'thanks')));
    await page.goto(`${link.slice(0, -3)}xyz`);
    found.push(...(await obstacles(page, 'a link that leads nowhere')));
    expect(found).toEqual([]);
  });
}
