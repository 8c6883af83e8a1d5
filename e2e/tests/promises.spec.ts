import { obstacles, settled } from '../support/axe';
import { answer, takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a promise is made in two clicks, holds up solving, and is kept', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Geld terug ${mark}`;
  await sendMail({ from: `bo.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Wanneer krijg ik mijn geld?' });
  const page = await pageOf(browser, 'carla');
  await takeFromWaiting(page, subject);

  await page.getByRole('button', { name: 'Promise the customer something' }).click();
  await settled(page);
  expect(await obstacles(page, 'promising')).toEqual([]);
  await page.getByRole('button', { name: /^Refund or credit/ }).click();
  await expect(page.getByText(/The words stand in your answer/)).toBeVisible();
  const writing = page.getByRole('textbox', { name: 'Write to the customer' });
  await expect(writing).toHaveValue(/^Je hebt je geld uiterlijk .* terug\.$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  // what was taken back is not told to the customer
  await expect(writing).toHaveValue('');
  await page.getByRole('button', { name: 'Promise the customer something' }).click();
  await page.getByRole('button', { name: /^Refund or credit/ }).click();
  await expect(writing).not.toHaveValue('');
  const words = await writing.inputValue();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await answer(page, `Beste Bo, dank voor je geduld. ${words}`);
  // the customer has the words now
  await expect(undo).toBeHidden({ timeout: 2_000 });

  await page.getByRole('button', { name: 'Wrap up' }).click();
  const panel = page.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await page.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(panel.getByText('Something is still promised in this case')).toBeVisible();
  await panel.getByRole('button', { name: 'Keep open for the promise' }).click();
  await expect(page.getByText('The case stays open and comes back in time for the promise')).toBeVisible();

  // on a phone, by keyboard
  const small = await pageOf(browser, 'carla', phone);
  await small.goto('/promises');
  await settled(small);
  expect(await obstacles(small, 'promises')).toEqual([]);
  await small.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  await small.getByLabel('Words, customer or case number').fill(subject);
  const item = small.getByRole('article').filter({ hasText: subject });
  await item.getByRole('button', { name: /^More about/ }).focus();
  await small.keyboard.press('Enter');
  await small.getByRole('menuitem', { name: 'Not kept …' }).press('Enter');
  await expect(item.getByRole('textbox', { name: 'Why was it not kept?' })).toBeFocused();
  await small.keyboard.press('Control+a');
  await item.getByRole('button', { name: 'Not kept' }).click();
  await expect(item.getByText('Fill this in')).toBeVisible();
  await item.getByRole('button', { name: 'Cancel' }).click();
  await item.getByRole('button', { name: /^Kept/ }).click();
  await expect(small.getByText('Kept. Well done.')).toBeVisible();
  await expect(item).toBeHidden();
  await small.getByRole('button', { name: 'Undo' }).click();
  await expect(item).toBeVisible();
  await item.getByRole('button', { name: /^Kept/ }).click();
  await small.getByText('Done', { exact: true }).click();
  await expect(small.getByRole('article').filter({ hasText: subject }).first()).toContainText('kept');
});
