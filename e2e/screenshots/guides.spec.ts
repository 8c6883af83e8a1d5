import type { Browser, Page } from '@playwright/test';
import { available, chatAgent, thread, writing } from '../support/chatting';
import { picture } from '../support/picture';
import { pageOf } from '../support/people';
import { answerDoesNotArrive, atWork, customerIsAsked, mailsComeIn, scoresAgreed, waitingInEnglish } from '../support/scene';
import { expect, test } from '../support/test';
import { Visitor } from '../support/visitor';

const screen = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const supervisor = await pageOf(browser, 'carla');
  await mailsComeIn(supervisor);
  await supervisor.context().close();
});

/** Takes one picture: who looks, at which page, and what must be there. */
function look(name: string, person: string, path: string, arrange: (page: Page, browser: Browser) => Promise<unknown>, size = screen) {
  test(`picture ${name}`, async ({ browser }) => {
    const page = await pageOf(browser, person, size);
    await page.goto(path);
    await arrange(page, browser);
    await picture(page, name);
  });
}

const title = (name: string) => (page: Page) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

test.describe('the desk', () => {
  look('desk', 'priya', '/desk/all', openLetter);
  look('desk-wrap-up', 'priya', '/desk/all', async (page) => {
    await openLetter(page);
    await takeIt(page);
    await page.getByRole('button', { name: 'Wrap up' }).click();
    const panel = page.getByRole('complementary', { name: 'Wrap-up' });
    await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
    await page.getByRole('option').first().click();
  });
  look('guideline', 'sanne', '/desk/mine', async (page) => {
    await page.locator('a[data-row]').first().click();
    await page.getByRole('region', { name: 'Guidelines' }).getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByRole('list', { name: 'Steps' })).toBeVisible();
  });
  look('desk-phone', 'fatima', '/desk/all', (page) => expect(page.locator('a[data-row]').nth(5)).toBeVisible(), phone);
  look('undelivered', 'arno', '/undelivered', async (page, browser) => {
    await answerDoesNotArrive(browser, 'ria.smit@klant.example', 'Kapot bezorgd', 'De vaas kwam in stukken aan. Wat nu?');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

test('picture chat', async ({ browser }) => {
  const agent = await chatAgent(browser, 'jasmien', 'Jasmien De Smet', { viewport: screen });
  await available(agent);
  const visitor = await Visitor.inShop(browser, { viewport: screen });
  await visitor.ask('Is the blue one back in stock?');
  await agent.getByRole('button', { name: /Accept/ }).click();
  await expect(thread(agent).getByText('back in stock')).toBeVisible();
  await writing(agent).fill('Hello! It comes in on Thursday. Shall I keep one for you?');
  await agent.keyboard.press('Control+Enter');
  await expect(visitor.bubble('It comes in on Thursday')).toBeVisible();
  await visitor.write('Yes please!');
  await picture(visitor.page, 'chat');
});

test('picture survey', async ({ browser }) => {
  const link = await customerIsAsked(browser, 'joke.bos@klant.example', 'Lamp zonder fitting', 'De fitting zat er niet bij.');
  const page = await (await browser.newContext({ viewport: phone, locale: 'en-GB' })).newPage();
  await page.goto(`${link}?score=9`);
  await picture(page, 'survey');
});

test.describe('what managers and team leaders see', () => {
  look('listen', 'victor', '/listen', title('Listen'));
  look('guidelines', 'mieke', '/guidelines', async (page) => {
    await page.getByRole('link', { name: 'A parcel is late' }).first().click();
    await expect(page.getByRole('region', { name: 'The last 90 days' })).toBeVisible();
  });
  look('follow-up', 'victor', '/follow-ups?whose=all', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('promises', 'marijke', '/promises?whose=all', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('my-results', 'fatima', '/results', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('colleague-score', 'marijke', '/results', async (page, browser) => {
    await scoresAgreed(browser);
    await page.goto('/results/colleagues');
    await page.getByRole('combobox', { name: 'Colleague' }).fill('Sanne');
    await page.getByRole('option', { name: /Sanne de Vries/ }).click();
    await page.getByRole('button', { name: 'Show the score' }).click();
    await expect(page.getByRole('region', { name: 'Score of Sanne de Vries' }).getByText(/answers/).first()).toBeVisible();
  });
  look('compliments', 'carla', '/wall', (page) => expect(page.getByRole('article').nth(5)).toBeVisible());
  look('live', 'carla', '/live', async (page, browser) => {
    await atWork(browser, ['sanne', 'joris', 'nina', 'lotte', 'wout', 'esmee', 'harold']);
    await title('Live')(page);
    await expect(page.getByText('Harold Janssen')).toBeVisible();
  });
});

test.describe('what an administrator sets', () => {
  look('first-steps', 'arno', '/start', title('First steps'));
  look('settings', 'arno', '/settings', title('Settings'));
  look('hours', 'arno', '/settings/hours', title('Hours and promises'));
  look('reasons', 'arno', '/settings/reasons', title('Reasons'));
  look('email', 'arno', '/settings/email', title('E-mail addresses'));
  look('web-chat', 'arno', '/settings/web-chat', title('Web chat'));
  look('people', 'arno', '/settings/people', title('People'));
  look('roles', 'arno', '/settings/roles', title('Roles and rights'));
  look('queues', 'arno', '/settings/queues', title('Queues'));
  look('capacity', 'arno', '/settings/capacity', title('Capacity'));
  look('asking', 'arno', '/settings/asking', title('Asking and following up'));
  look('spam', 'carla', '/settings/spam', (page) => expect(page.getByText('The mail filter takes it for spam')).toBeVisible());
  look('audit', 'judith', '/settings/audit', title('Audit log'));
  look('intake', 'arno', '/intake', title('Intake'));
  look('system', 'arno', '/settings/system', title('System'));
});

async function openLetter(page: Page): Promise<void> {
  await page.locator(`a[data-row="${await waitingInEnglish(page)}"]`).click();
  await expect(page.getByRole('complementary').first()).toBeVisible();
}

async function takeIt(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'Take', exact: true });
  const wrap = page.getByRole('button', { name: 'Wrap up' });
  await expect(take.or(wrap).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  await expect(wrap).toBeVisible();
}
