import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a contact is handed over with a reason, and counted with the way to what lies behind the number', async ({ browser }) => {
  test.setTimeout(180_000);
  const mark = Date.now();
  const subject = `Handed over ${mark}`;
  const reason = `Other language ${mark}`;
  const admin = await pageOf(browser, 'arno');
  await admin.goto('/settings/transfers');
  await admin.getByRole('button', { name: 'Add a reason' }).click();
  const form = admin.getByRole('dialog', { name: 'Add a reason' });
  await form.getByRole('textbox', { name: 'Name in English' }).fill(reason);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await form.getByRole('textbox', { name: 'Name in Dutch' }).fill(`Andere taal ${mark}`);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('button', { name: reason })).toBeVisible();
  expect(await obstacles(admin, 'reasons to transfer')).toEqual([]);

  await sendMail({ from: `over.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Hilft mir jemand?' });
  const page = await pageOf(browser, 'sanne');
  await takeFromWaiting(page, subject);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Transfer' });
  await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('zorg');
  await page.getByRole('option').first().click();
  await expect(dialog.getByRole('button', { name: 'Transfer' })).toBeDisabled();
  await dialog.getByRole('radio', { name: reason }).check();
  await settled(page);
  expect(await obstacles(page, 'transfer')).toEqual([]);
  await dialog.getByRole('button', { name: 'Transfer' }).click();
  await expect(page.getByText('Transferred', { exact: true })).toBeVisible();

  const leader = await pageOf(browser, 'carla');
  await leader.goto('/transfers');
  await expect(leader.getByRole('heading', { name: 'Transfers and repeats' })).toBeVisible();
  await expect(leader.getByText('How this is counted')).toBeVisible();
  await leader.getByRole('radiogroup').getByText('Queue', { exact: true }).click();
  await expect(leader.getByRole('columnheader', { name: 'Came again within 7 days' })).toBeVisible();
  await settled(leader);
  expect(await obstacles(leader, 'transfers')).toEqual([]);
  const file = leader.waitForEvent('download');
  await leader.getByRole('link', { name: 'Download as CSV' }).click();
  expect((await file).suggestedFilename()).toBe('transfers.csv');
  await leader.getByRole('link', { name: reason }).click();
  await expect(leader.getByRole('list', { name: 'Contacts behind the number' }).getByRole('link')).toHaveCount(1);
  await expect(leader.getByText(subject)).toBeVisible();
  await expect(leader.getByText(reason)).toBeVisible();
  await settled(leader);
  expect(await obstacles(leader, 'contacts behind the number')).toEqual([]);
  await leader.getByRole('link', { name: /Handed over/ }).click();
  await expect(leader.getByRole('heading', { name: subject })).toBeVisible();

  const small = await pageOf(browser, 'carla', phone);
  await small.goto('/transfers');
  await expect(small.getByText('Handed over', { exact: true }).first()).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(1);
});

test('an agent has no page of transfers', async ({ browser }) => {
  const page = await pageOf(browser, 'sanne');
  await page.goto('/transfers');
  await expect(page.getByRole('heading', { name: 'Transfers and repeats' })).toBeHidden();
});
