import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('something is given in two clicks, asked above the mandate and approved live, and a promise is honoured for a talk', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const subject = `Ketel lekt ${mark}`;
  await sendMail({ from: `bea.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Mijn ketel lekt al voor de tweede keer.' });
  const page = await pageOf(browser, 'sanne');
  await takeFromWaiting(page, subject);
  const writing = page.getByRole('textbox', { name: 'Write to the customer' });
  const present = page.getByRole('button', { name: 'Give the customer something' });
  const why = page.getByRole('textbox', { name: 'Why' });

  await present.click();
  await settled(page);
  expect(await obstacles(page, 'giving')).toEqual([]);
  await page.getByRole('button', { name: /^Card with a treat/ }).click();
  await expect(page.getByText(/€9\.95 of your mandate of €15\.00/)).toBeVisible();
  await why.press('Enter');
  await expect(page.getByText('Fill this in')).toBeVisible();
  await why.fill('Twee keer gebeld');
  await why.press('Enter');
  await expect(writing).toHaveValue('We sturen je een kaart met iets lekkers erbij.');
  await page.getByRole('button', { name: 'Undo' }).click();
  // what was taken back is not told to the customer, and stands nowhere as given
  await expect(writing).toHaveValue('');
  const card = page.getByRole('complementary', { name: 'Customer' }).getByText(/^Card with a treat/);
  await expect(card).toBeHidden();

  // undone by keyboard while he goes on writing, his own words stay
  await writing.fill('Dag Bea,');
  await present.click();
  await page.getByRole('button', { name: /^Card with a treat/ }).click();
  await why.fill('Twee keer gebeld');
  await why.press('Enter');
  await expect(writing).toHaveValue('Dag Bea,\n\nWe sturen je een kaart met iets lekkers erbij.');
  await expect(card).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(writing).toHaveValue('Dag Bea,');
  await expect(card).toBeHidden();

  // once the customer has the words there is nothing left to undo
  await present.click();
  await page.getByRole('button', { name: /^Card with a treat/ }).click();
  await why.fill('Twee keer gebeld');
  await why.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await writing.press('Control+Enter');
  await expect(writing).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(card).toBeVisible();

  // above the mandate a colleague of special care decides, who sees it come in
  const special = await pageOf(browser, 'mieke', phone);
  await special.goto('/gestures?shown=asked');
  await settled(special);
  expect(await obstacles(special, 'gestures')).toEqual([]);
  await present.click();
  await page.getByRole('button', { name: /^Part of the price back/ }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('60');
  await expect(page.getByText('Above your mandate: special care decides, and you hear it here.')).toBeVisible();
  await why.fill(`Vloer moest gedroogd ${mark}`);
  await page.getByRole('button', { name: 'Ask special care' }).click();
  await expect(page.getByText('Asked. You hear at once what is decided.')).toBeVisible();
  await expect(writing).toHaveValue('');
  const asked = special.getByRole('article').filter({ hasText: String(mark) });
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: /^Turn down/ }).click();
  await expect(asked.getByText('Say why, so your colleague can tell the customer')).toBeVisible();
  await asked.getByRole('textbox', { name: 'A word to your colleague' }).fill('Goed gezien');
  await asked.getByRole('button', { name: /^Approve/ }).click();
  await expect(asked).toBeHidden();

  await expect(page.getByText('Your gesture was approved')).toBeVisible();
  await present.press('Enter');
  await expect(page.getByText(/Goed gezien/)).toBeVisible();
  await page.getByRole('group', { name: /^Part of the price back/ }).getByRole('button', { name: 'Put the words in my answer' }).click();
  await expect(writing).toHaveValue(/We storten € 60,00 terug/);
  await expect(page.getByRole('complementary', { name: 'Customer' }).getByText('Part of the price back, €60.00')).toBeVisible();

  // what the customer was told is given at once, and stands for a talk
  await present.click();
  await page.getByRole('button', { name: /^A handyman at home/ }).click();
  await why.fill(`Al toegezegd ${mark}`);
  await page.getByRole('checkbox', { name: 'Already promised to the customer' }).check();
  await page.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(writing).toHaveValue(/Er komt iemand bij je langs/);
  await special.goto('/gestures?shown=to_talk');
  const talk = special.getByRole('article').filter({ hasText: `Al toegezegd ${mark}` });
  await expect(talk).toContainText('Above the mandate of €15.00');
  await talk.getByRole('button', { name: /^Talked about/ }).click();
  await talk.getByRole('textbox', { name: 'What came of the talk' }).fill('Mooi gedaan');
  await talk.getByRole('button', { name: 'Tick off' }).click();
  await expect(talk).toBeHidden();
});

test('a manager says what may be given, by whom and how much', async ({ browser }) => {
  const mark = Date.now();
  const page = await pageOf(browser, 'victor');
  await page.goto('/settings/gestures');
  await page.getByRole('button', { name: 'Add something' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add something' });
  await form.getByLabel('Name in Dutch').fill(`Taart ${mark}`);
  await form.getByRole('textbox', { name: 'What it costs' }).fill('18.50');
  await form.getByLabel('What the customer is told, in Dutch').fill('Dag {naam}, er komt taart.');
  await form.getByLabel('What the customer is told, in English').fill('Cake is on its way, worth {amount}.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Only the amount is filled in by itself')).toBeVisible();
  await form.getByLabel('Name in English').fill(`Cake ${mark}`);
  await form.getByLabel('What the customer is told, in Dutch').fill('Er komt taart van {amount}.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const row = page.getByRole('button', { name: new RegExp(`Cake ${mark}`) });
  await expect(row).toContainText('€18.50');
  await row.click();
  await page.getByRole('switch', { name: /^No longer given/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toBeHidden();

  await page.getByRole('button', { name: 'Change mandates and budgets' }).click();
  const terms = page.getByRole('dialog', { name: 'Change mandates and budgets' });
  await terms.getByLabel('Currency').fill('GBP');
  await terms.getByRole('button', { name: 'Save' }).click();
  await expect(terms.getByText('Stays as it is while there is something to give in it')).toBeVisible();
  await terms.getByLabel('Currency').fill('EUR');
  await terms.getByRole('button', { name: 'Save' }).click();
  await expect(terms).toBeHidden();
});
