import type { Browser, Page } from '@playwright/test';
import { available, chatAgent, thread, writing } from '../support/chatting';
import { picture } from '../support/picture';
import { type Language, pageOf } from '../support/people';
import { allHands, answerDoesNotArrive, atWork, caseWithQuestion, customerIsAsked, mailsComeIn, scoresAgreed, waitingIn } from '../support/scene';
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

const languages: Language[] = ['en', 'nl'];
const seniors = { en: 'priya', nl: 'mieke' };

/** A name as it stands on the English and on the Dutch screen. */
const named = (english: string, dutch: string) => new RegExp(`^(${english}|${dutch})$`);

type Arrange = (page: Page, browser: Browser, language: Language) => Promise<unknown>;

/** Takes one picture in each language: who looks, at which page, and what must be there. Whatever has to happen before happens once. */
function look(name: string, person: string | Record<Language, string>, path: string, arrange: Arrange,
  { size = screen, before }: { size?: typeof screen; before?: (browser: Browser) => Promise<unknown> } = {}) {
  test(`picture ${name}`, async ({ browser }) => {
    await before?.(browser);
    for (const language of languages) {
      const page = await pageOf(browser, typeof person === 'string' ? person : person[language], size, language);
      await page.goto(path);
      await arrange(page, browser, language);
      await picture(page, name, language);
      await page.context().close();
    }
  });
}

const title: Arrange = (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();

test.describe('the desk', () => {
  look('desk', seniors, '/desk/all', openLetter);
  look('why-here', seniors, '/desk/all', async (page, browser, language) => {
    await openLetter(page, browser, language);
    await page.getByRole('button', { name: named('More about this case', 'Meer over deze zaak') }).click();
    await page.getByRole('menuitem', { name: /^(Why here|Waarom hier)\?$/ }).click();
    await expect(page.getByRole('dialog', { name: /^(Why here|Waarom hier)\?$/ }).getByText(/^(Came into|Kwam in) /)).toBeVisible();
  });
  look('guideline', 'sanne', '/desk/mine', async (page) => {
    await page.locator('a[data-row]').first().click();
    await page.getByRole('region', { name: named('Guidelines', 'Richtlijnen') }).getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByRole('list', { name: named('Steps', 'Stappen') })).toBeVisible();
  });
  look('text-blocks', 'sanne', '/desk/mine', async (page) => {
    await page.locator('a[data-row]').first().click();
    await expect(writing(page)).toBeVisible();
    await writing(page).fill('');
    await writing(page).pressSequentially('/t');
    await expect(page.getByRole('option').nth(2)).toBeVisible();
  });
  look('cases', 'carla', '/cases', (page) => expect(page.locator('a[href^="/cases/"]').nth(5)).toBeVisible());
  look('case', 'carla', '/cases', async (page, browser) => {
    await page.goto(await caseWithQuestion(page, browser));
    await expect(page.getByRole('heading', { name: named('Conversations', 'Gesprekken') })).toBeVisible();
  });
  look('asked', 'ahmed', '/asked', async (page) => {
    await page.getByRole('article').first().getByRole('button', { name: named('Show the conversation', 'Toon het gesprek') }).click();
    await expect(page.getByRole('article').first().getByRole('button', { name: named('Hide the conversation', 'Verberg het gesprek') })).toBeVisible();
  });
  look('account', 'carla', '/accounts', async (page) => {
    await page.locator('a[href^="/accounts/"]').first().click();
    await expect(page.getByRole('tab', { name: /^(Members|Leden)/ })).toBeVisible();
  });
  look('desk-phone', 'fatima', '/desk/all', (page) => expect(page.locator('a[data-row]').nth(5)).toBeVisible(), { size: phone });
  look('desk-wrap-up', seniors, '/desk/all', async (page, browser, language) => {
    await openLetter(page, browser, language);
    await takeIt(page);
    await page.getByRole('button', { name: named('Wrap up', 'Rond af') }).click();
    const panel = page.getByRole('complementary', { name: named('Wrap-up', 'Afronden') });
    await panel.getByRole('combobox', { name: /Why did the customer come|Waarom kwam de klant/ }).click();
    await page.getByRole('option').first().click();
  });
});

const said = {
  en: { asks: 'Is the blue one back in stock?', answer: 'Hello! It comes in on Thursday. Shall I keep one for you?', yes: 'Yes please!' },
  nl: { asks: 'Is de blauwe weer op voorraad?', answer: 'Hallo! Hij komt donderdag binnen. Zal ik er een voor je apart houden?', yes: 'Ja graag!' },
};

test('picture chat', async ({ browser }) => {
  const agent = await chatAgent(browser, 'jasmien', 'Jasmien De Smet', { viewport: screen });
  await available(agent);
  for (const language of languages) {
    const { asks, answer, yes } = said[language];
    const visitor = await Visitor.inShop(browser, { viewport: screen, language });
    await visitor.ask(asks);
    await agent.getByRole('button', { name: /Accept/ }).click();
    await expect(thread(agent).getByText(asks)).toBeVisible();
    await writing(agent).fill(answer);
    await agent.keyboard.press('Control+Enter');
    await expect(visitor.bubble(answer)).toBeVisible();
    await visitor.write(yes);
    await picture(visitor.page, 'chat', language);
  }
});

const solved = {
  en: { customer: 'joan.woods@post.example', to: 'hello@demo.example', subject: 'Lamp without a fitting', text: 'Hello, the fitting was not in the box. Could you send me one, please?' },
  nl: { customer: 'joke.bos@klant.example', to: 'service@demo.example', subject: 'Lamp zonder fitting', text: 'De fitting zat er niet bij.' },
};

test('picture survey', async ({ browser }) => {
  for (const language of languages) {
    const { customer, subject, text, to } = solved[language];
    const link = await customerIsAsked(browser, customer, subject, text, to);
    const page = await (await browser.newContext({ viewport: phone, locale: language })).newPage();
    await page.goto(`${link}?score=9`);
    await picture(page, 'survey', language);
  }
});

const snow = { en: 'Parcels are late because of the snow', nl: 'Pakketten zijn te laat door de sneeuw' };

test.describe('what managers and team leaders see', () => {
  look('listen', 'victor', '/listen', title);
  look('guidelines', 'mieke', '/guidelines', async (page) => {
    await page.getByRole('link', { name: named('A parcel is late', 'Een pakket is te laat') }).first().click();
    await expect(page.getByRole('region', { name: named('The last 90 days', 'De laatste 90 dagen') })).toBeVisible();
  });
  look('follow-up', 'victor', '/follow-ups?whose=all', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('promises', 'marijke', '/promises?whose=all', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('my-results', 'fatima', '/results', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('colleague-score', 'marijke', '/results/colleagues', async (page) => {
    await page.getByRole('combobox', { name: named('Colleague', 'Collega') }).fill('Sanne');
    await page.getByRole('option', { name: /Sanne de Vries/ }).click();
    await page.getByRole('button', { name: named('Show the score', 'Toon de score') }).click();
    await expect(page.getByRole('region', { name: /^Score (of|van) Sanne de Vries$/ }).getByText(/answers|antwoorden/).first()).toBeVisible();
  }, { before: scoresAgreed });
  look('compliments', 'carla', '/wall', (page) => expect(page.getByRole('article').nth(5)).toBeVisible());
  look('gestures', 'carla', '/gestures', (page) => expect(page.getByRole('article').nth(2)).toBeVisible());
  look('transfers', 'victor', '/transfers', title);
  look('live', 'carla', '/live', (page) => expect(page.getByText('Harold Janssen')).toBeVisible(), {
    before: (browser) => atWork(browser, ['sanne', 'joris', 'nina', 'lotte', 'wout', 'esmee', 'harold']),
  });
  look('wallboard', 'carla', '/live/wall', (page) => expect(page.getByRole('rowheader').nth(2)).toBeVisible());
  look('all-hands', 'carla', '/live', async (page, browser, language) => {
    await allHands(page, browser, snow[language]);
    await expect(page.getByRole('region', { name: named('All hands', 'Alle hens') }).getByText(/^Helen/)).toBeVisible();
  });
});

test.describe('what an administrator sets', () => {
  look('first-steps', 'arno', '/start', title);
  look('settings', 'arno', '/settings', title);
  look('hours', 'arno', '/settings/hours', title);
  look('reasons', 'arno', '/settings/reasons', title);
  look('email', 'arno', '/settings/email', title);
  look('web-chat', 'arno', '/settings/web-chat', title);
  look('people', 'arno', '/settings/people', title);
  look('roles', 'arno', '/settings/roles', title);
  look('queues', 'arno', '/settings/queues', title);
  look('shares', 'arno', '/settings/queues', async (page) => {
    await page.getByRole('link', { name: /shared over|verdeeld over/ }).first().click();
    await page.getByRole('dialog').getByRole('group', { name: named('Shared over', 'Verdeeld over') }).scrollIntoViewIfNeeded();
  });
  look('promise-rules', 'arno', '/settings/promises', title);
  look('calendars', 'arno', '/settings/calendars', title);
  look('fields', 'arno', '/settings/fields', title);
  look('erasing', 'arno', '/customers', async (page) => {
    await page.locator('a[href^="/customers/"]').filter({ hasNotText: 'Import' }).nth(3).click();
    await page.getByRole('link', { name: named('Erase', 'Wissen') }).click();
    await expect(page.getByRole('row', { name: /^(Messages|Berichten) \d/ })).toBeVisible();
  });
  look('capacity', 'arno', '/settings/capacity', title);
  look('asking', 'arno', '/settings/asking', title);
  look('spam', 'carla', '/settings/spam', (page) => expect(page.getByText(/The mail filter takes it for spam|Het mailfilter houdt het voor spam/)).toBeVisible());
  look('audit', 'judith', '/settings/audit', title);
  look('intake', 'arno', '/intake', title);
  look('system', 'arno', '/settings/system', title);
  // last, since what did not arrive stands in the navigation of everybody
  look('undelivered', 'arno', '/undelivered', (page) => expect(page.getByRole('button', { name: named('Try again', 'Probeer opnieuw') })).toBeVisible(), {
    before: (browser) => answerDoesNotArrive(browser, 'ria.smit@klant.example', 'Kapot bezorgd', 'De vaas kwam in stukken aan. Wat nu?'),
  });
});

async function openLetter(page: Page, _browser: Browser, language: Language): Promise<void> {
  await page.locator(`a[data-row="${await waitingIn(language, page)}"]`).click();
  await expect(page.getByRole('complementary').first()).toBeVisible();
}

async function takeIt(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: named('Take', 'Pak op') });
  const wrap = page.getByRole('button', { name: named('Wrap up', 'Rond af') });
  await expect(take.or(wrap).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  await expect(wrap).toBeVisible();
}
