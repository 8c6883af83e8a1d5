import { expect, test } from '../support/test';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';

test('why a contact is here stands beside it, for the keyboard and on a phone', async ({ browser }) => {
  const subject = `Where is my lamp ${Date.now()}`;
  await sendMail({ from: `lamp.${Date.now()}@home.example`, to: 'service@demo.example', subject, text: 'It should have come yesterday.' });
  const page = await pageOf(browser, 'carla');
  await takeFromWaiting(page, subject);
  await page.getByRole('button', { name: 'More about this case' }).click();
  await page.getByRole('menuitem', { name: 'Why here?' }).click();
  const why = page.getByRole('dialog', { name: 'Why here?' });
  await expect(why.getByText(/^Came into /)).toBeVisible();
  await expect(why.getByText('It went to you')).toBeVisible();
  await expect(why.getByText('By choosing it, or answering it')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await page.keyboard.press('y');
  await expect(why).toBeVisible();

  const small = await pageOf(browser, 'carla', phone);
  await small.goto(new URL(page.url()).pathname);
  await small.getByRole('button', { name: 'More about this case' }).click();
  await small.getByRole('menuitem', { name: 'Why here?' }).click();
  await expect(small.getByRole('dialog', { name: 'Why here?' }).getByText('It went to you')).toBeVisible();
});
