import { expect, test } from '../support/test';
import { thread } from '../support/chatting';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';

test('spam is closed and its sender held back, until somebody lets him in', async ({ browser }) => {
  const moment = Date.now();
  const from = `prizes.${moment}@spam.example`;
  const mail = (subject: string) => sendMail({ from, to: 'service@demo.example', subject, text: 'You have won. Click here.' });
  const first = `You have won ${moment}`;
  await mail(first);
  const page = await pageOf(browser, 'carla');
  await takeFromWaiting(page, first);

  await page.getByRole('button', { name: 'How the sender was checked' }).click();
  await expect(page.getByRole('dialog', { name: 'How the sender was checked' })).toContainText('Not proven');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Spam', exact: true }).click();
  await expect(page.getByLabel(`Hold back mail from ${from}`)).toBeChecked();
  await page.getByRole('button', { name: 'Close as spam' }).click();
  await expect(page.getByText(`${from} is blocked`)).toBeVisible();

  const second = `Won again ${moment}`;
  await mail(second);
  const small = await pageOf(browser, 'carla', phone);
  const api = new Api(small.request);
  await expect.poll(async () => (await api.get<{ items: unknown[] }>(`/api/held-mails?search=${moment}`)).items.length, { timeout: 60_000 }).toBe(1);
  await small.goto('/settings/spam');
  await small.getByLabel('Search sender or subject').fill(second);
  const held = small.getByRole('listitem').filter({ hasText: second });
  await held.getByRole('button', { name: 'Not spam' }).click();
  await small.getByRole('button', { name: 'And unblock the sender' }).click();
  await expect(small.getByText('The mail is on its way to the queue')).toBeVisible();
  await expect(held).toBeHidden();

  await takeFromWaiting(page, second);
  await expect(thread(page).getByText('You have won. Click here.')).toBeVisible();
});

test('what the mail filter takes for spam is held, and its sender blocked from there', async ({ browser }) => {
  const moment = Date.now();
  const from = `pills.${moment}@spam.example`;
  await sendMail({ from, to: 'service@demo.example', subject: `Cheap ${moment}`, text: 'Click here.', headers: { 'X-Spam-Flag': 'YES' } });
  const page = await pageOf(browser, 'carla');
  const api = new Api(page.request);
  await expect.poll(async () => (await api.get<{ items: unknown[] }>(`/api/held-mails?search=${moment}`)).items.length, { timeout: 60_000 }).toBe(1);
  await page.goto('/settings/spam');
  await page.getByLabel('Search sender or subject').fill(String(moment));
  const held = page.getByRole('listitem').filter({ hasText: `Cheap ${moment}` });
  await expect(held).toContainText('The mail filter takes it for spam');
  await held.getByRole('button', { name: 'Block sender' }).focus();
  await page.keyboard.press('Enter');
  await expect(held).toContainText(`${from} is blocked`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(held.getByRole('button', { name: 'Block sender' })).toBeVisible();
});
