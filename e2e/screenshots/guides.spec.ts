import type { Browser, Page } from '@playwright/test';
import { available, chatAgent, thread, writing } from '../support/chatting';
import { picture } from '../support/picture';
import { pageOf } from '../support/people';
import { allHands, answerDoesNotArrive, atWork, caseWithQuestion, customerIsAsked, mailsComeIn, scoresAgreed, waitingInEnglish } from '../support/scene';
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
  look('why-here', 'priya', '/desk/all', async (page) => {
    await openLetter(page);
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Why here?' }).click();
    await expect(page.getByRole('dialog', { name: 'Why here?' }).getByText(/^Came into /)).toBeVisible();
  });
  look('cases', 'carla', '/cases', (page) => expect(page.locator('a[href^="/cases/"]').nth(5)).toBeVisible());
  look('case', 'carla', '/cases', async (page, browser) => {
    await page.goto(await caseWithQuestion(page, browser));
    await expect(page.getByRole('heading', { name: 'Conversations' })).toBeVisible();
  });
  look('asked', 'ahmed', '/asked', async (page) => {
    await page.getByRole('article').first().getByRole('button', { name: 'Show the conversation' }).click();
    await expect(page.getByRole('article').first().getByRole('button', { name: 'Hide the conversation' })).toBeVisible();
  });
  look('account', 'carla', '/accounts', async (page) => {
    await page.locator('a[href^="/accounts/"]').first().click();
    await expect(page.getByRole('tab', { name: /^Members/ })).toBeVisible();
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
  look('gestures', 'carla', '/gestures', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('transfers', 'victor', '/transfers', title('Transfers and repeats'));
  look('live', 'carla', '/live', async (page, browser) => {
    await atWork(browser, ['sanne', 'joris', 'nina', 'lotte', 'wout', 'esmee', 'harold']);
    await title('Live')(page);
    await expect(page.getByText('Harold Janssen')).toBeVisible();
  });
  look('wallboard', 'carla', '/live/wall', (page) => expect(page.getByRole('rowheader').nth(2)).toBeVisible());
  look('all-hands', 'carla', '/live', async (page, browser) => {
    await allHands(browser);
    await expect(page.getByRole('region', { name: 'All hands' }).getByText(/^Helen/)).toBeVisible();
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
  look('shares', 'arno', '/settings/queues', async (page) => {
    await page.getByRole('link', { name: /shared over/ }).first().click();
    await page.getByRole('dialog').getByRole('group', { name: 'Shared over' }).scrollIntoViewIfNeeded();
  });
  look('promise-rules', 'arno', '/settings/promises', title('Promises by rule'));
  look('calendars', 'arno', '/settings/calendars', title('Calendars'));
  look('fields', 'arno', '/settings/fields', title('Fields'));
  look('erasing', 'arno', '/customers', async (page) => {
    await page.locator('a[href^="/customers/"]').filter({ hasNotText: 'Import' }).nth(3).click();
    await page.getByRole('link', { name: 'Erase' }).click();
    await expect(page.getByRole('row', { name: /^Messages \d/ })).toBeVisible();
  });
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
