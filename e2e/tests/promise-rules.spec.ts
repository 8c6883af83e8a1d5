import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'SUMMARY:Dag van de klant', `DTSTART;VALUE=DATE:${new Date().getFullYear() + 1}0914`, 'END:VEVENT',
  'BEGIN:VEVENT', 'SUMMARY:Borrel', 'DTSTART:20270606T170000Z', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

test('more haste is another promise, which says why it moved and stands first', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Bruiloft morgen ${mark}`;
  await sendMail({ from: `els.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Mijn servies is er nog niet!' });
  const page = await pageOf(browser, 'carla');
  await takeFromWaiting(page, subject);
  await page.getByRole('button', { name: 'Ordinary priority' }).click();
  await page.getByRole('menuitem', { name: 'Urgent' }).click();
  await expect(page.getByText(/marked it as urgent/).first()).toBeVisible();
  await expect(page.getByText(/it got another priority by/).first()).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'priority')).toEqual([]);
});

test('a rule is added, refused twice, changed and removed; its figure opens to what is behind it', async ({ browser }) => {
  const page = await pageOf(browser, 'arno');
  await page.goto('/settings/promises');
  await expect(page.getByRole('heading', { name: 'Promises by rule' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'a rule')).toEqual([]);
  await form.getByRole('combobox', { name: 'Priority', exact: true }).click();
  await page.getByRole('option', { name: 'Low' }).click();
  await form.getByRole('textbox', { name: 'First answer within', exact: true }).fill('30');
  await form.getByRole('button', { name: 'Save' }).click();
  const rule = page.getByRole('button', { name: /^What can wait/ });
  await expect(rule).toContainText('First answer within 30 hours');
  await rule.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog', { name: 'Remove this rule?' }).getByRole('button', { name: 'Remove' }).click();
  await expect(rule).toBeHidden();

  const small = await pageOf(browser, 'arno', phone);
  await small.goto('/settings/promises');
  await small.getByRole('link', { name: 'Show what was not kept' }).first().click();
  await expect(small.getByRole('heading', { name: 'Not kept in time' })).toBeVisible();
  await settled(small);
  expect(await obstacles(small, 'not kept')).toEqual([]);
});

test('holidays of a calendar file are looked at before they count', async ({ browser }) => {
  const page = await pageOf(browser, 'arno');
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: /Kantooruren/ }).click();
  await page.getByRole('button', { name: 'From a calendar file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Holidays from a calendar file' });
  await dialog.locator('input[type=file]').setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from('geen agenda') });
  await expect(dialog.getByText('This is no calendar file (.ics)')).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'dagen.ics', mimeType: 'text/calendar', buffer: Buffer.from(ics) });
  await expect(dialog.getByText(/Line 7, Borrel: has a time/)).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'a calendar file')).toEqual([]);
  await dialog.getByRole('button', { name: 'Add 1 day' }).click();
  await expect(page.getByRole('group', { name: 'Dag van de klant' })).toBeVisible();
});
