import { obstacles } from '../support/axe';
import { pageOf } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a conversation goes on paper as the customer may read it; our notes only when one chooses them', async ({ browser }) => {
  const mark = Date.now();
  const subject = `On paper ${mark}`;
  await sendMail({ from: `paper.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'My vase came in pieces.' });
  const page = await pageOf(browser, 'mieke');
  await page.goto('/desk/all');
  await page.getByRole('link', { name: new RegExp(subject) }).first().click();
  await expect(page.getByRole('log').getByText('My vase came in pieces.')).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: /note/i }).fill('He sounds sad');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('log').getByText('He sounds sad')).toBeVisible();

  await page.getByRole('button', { name: 'More about this case' }).click();
  await page.getByRole('menuitem', { name: 'Print' }).click();
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: subject })).toBeVisible();
  await expect(paper.getByText('My vase came in pieces.')).toBeVisible();
  await expect(paper.getByRole('definition').getByText(`paper.${mark}@klant.example`)).toBeVisible();
  await expect(paper.getByText('He sounds sad')).toBeHidden();
  expect(await page.title()).toContain(subject);
  expect(await obstacles(page, 'a conversation on paper')).toEqual([]);
  await paper.getByRole('checkbox', { name: 'With our notes' }).check();
  await expect(paper.getByText('He sounds sad')).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(paper.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(paper.getByText('He sounds sad')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await paper.getByRole('link', { name: 'To the conversation' }).click();
  await expect(page.getByRole('log').getByText('My vase came in pieces.')).toBeVisible();
});
