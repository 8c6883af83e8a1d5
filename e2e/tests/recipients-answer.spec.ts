import { obstacles, settled } from '../support/axe';
import { mailTo, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('an agent decides who gets an answer: openly, blind, and whoever is known by name', async ({ browser }) => {
  const stamp = Date.now();
  const [customer, garage, boss] = [`who.${stamp}@klant.example`, `garage.${stamp}@derde.example`, `boss.${stamp}@derde.example`];
  const page = await pageOf(browser, 'mieke');
  await sendMail({ from: customer, to: 'service@demo.example', subject: `A dent ${stamp}`, text: 'My lamp has a dent. Who mends it?' });
  await takeFromWaiting(page, `A dent ${stamp}`);
  const group = page.getByRole('group', { name: 'Who gets the answer' });
  const words = page.getByRole('textbox', { name: 'Write to the customer' });

  await group.getByRole('button', { name: 'Add an address to Cc' }).click();
  const cc = group.getByRole('combobox', { name: 'Add an address to Cc' });
  await expect(cc).toBeFocused();
  await cc.fill('garage@derde');
  await cc.press('Enter');
  await expect(group.getByText(/garage@derde is not an e-mail address/)).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'a wrong address')).toEqual([]);
  await cc.fill(`De Garage <${garage}>`);
  await cc.press('Enter');
  await cc.press('Escape');
  await expect(group.getByRole('button', { name: 'Add an address to Cc' })).toBeFocused();
  await group.getByRole('button', { name: 'Add an address to Bcc' }).click();
  await group.getByRole('combobox', { name: 'Add an address to Bcc' }).fill(`${boss}, service@demo.example`);
  await words.click();
  await words.fill('The garage mends it.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Mail to service@demo.example comes back here/)).toBeVisible();
  await group.getByRole('button', { name: 'Take service@demo.example away' }).click();

  // what was chosen is there on another screen
  const other = await pageOf(browser, 'mieke', phone);
  await expect(async () => {
    await other.goto(new URL(page.url()).pathname);
    await expect(other.getByRole('group', { name: 'Who gets the answer' }).getByText(boss)).toBeVisible({ timeout: 2_000 });
    await expect(other.getByRole('group', { name: 'Who gets the answer' }).getByText('service@demo.example')).toHaveCount(0);
  }).toPass();
  await settled(other);
  expect(await obstacles(other, 'who gets it, on a phone')).toEqual([]);

  await page.bringToFront();
  await words.press('Control+Enter');
  const line = page.getByRole('log').getByText(`to ${customer} · copy ${garage} · blind copy ${boss}`);
  await expect(line).toBeVisible();
  const mail = await mailTo(await pageOf(browser, 'arno'), boss, 'conversation');
  expect(mail.headers.filter(({ name }) => ['To', 'Cc', 'Bcc'].includes(name)).map(({ value }) => value).join(' ')).not.toContain(boss);
  expect(mail.headers.find(({ name }) => name === 'Cc')?.value).toContain(garage);

  // who got it openly gets the next one too, unless it is for the customer alone
  await expect(group.getByText(garage)).toBeVisible();
  await expect(group.getByText(boss)).toHaveCount(0);
  await page.getByRole('heading', { name: `A dent ${stamp}` }).click();
  await page.keyboard.press('o');
  await expect(group.getByText(garage)).toHaveCount(0);
  await group.getByRole('button', { name: 'Answer all' }).click();
  await expect(group.getByText(garage)).toBeVisible();
  await page.keyboard.press('Escape');
  await wrapUpAsSolved(page);
});
