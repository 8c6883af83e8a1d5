import type { Page } from '@playwright/test';
import { obstacles, settled } from '../support/axe';
import { mailTo, takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a department is asked, answers on its own page, and the case comes back with the answer', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Zending weg ${mark}`;
  const question = `Waar ligt het pakket van ${mark}?`;
  const answer = `In het depot, morgen bezorgd ${mark}`;
  await sendMail({ from: `eva.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Mijn zending is weg.' });
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, subject);
  await carla.getByRole('button', { name: 'Ask a department' }).click();
  const dialog = carla.getByRole('dialog', { name: 'Ask a department' });
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText('Choose a department')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Department' }).click();
  await carla.getByRole('option', { name: 'Logistics' }).click();
  await expect(dialog.getByText(/^Answers before/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question);
  await settled(carla);
  expect(await obstacles(carla, 'asking a department')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  const beside = carla.getByRole('complementary', { name: 'Customer' });
  await expect(beside.getByText(question)).toBeVisible();

  await carla.getByRole('button', { name: 'Wrap up' }).click();
  const panel = carla.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await carla.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(panel.getByText('A department was asked something in this case')).toBeVisible();
  await panel.getByRole('button', { name: 'Wait for the department' }).click();
  await expect(carla.getByText('The case waits for the department and comes back with its answer')).toBeVisible();

  // on a phone, by keyboard
  const ahmed = await pageOf(browser, 'ahmed', phone);
  await ahmed.goto('/asked');
  const item = ahmed.getByRole('article').filter({ hasText: question });
  await item.getByRole('button', { name: 'Show the conversation' }).press('Enter');
  await expect(item.getByText('Mijn zending is weg.')).toBeVisible();
  await item.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
  await expect(item.getByText('Write your answer')).toBeVisible();
  await settled(ahmed);
  expect(await obstacles(ahmed, 'asked')).toEqual([]);
  await item.getByRole('textbox', { name: 'Your answer' }).fill(answer);
  await expect(item.getByRole('button', { name: 'Add files' })).toBeVisible();
  await item.locator('input[type=file]').setInputFiles([
    { name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    { name: `vrachtbrief-${mark}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
  ]);
  await expect(item.getByText('This file is empty')).toBeVisible();
  await settled(ahmed);
  expect(await obstacles(ahmed, 'files with an answer')).toEqual([]);
  await item.getByRole('button', { name: 'Remove leeg.txt' }).press('Enter');
  await item.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
  await expect(ahmed.getByText('Answered. Thank you.')).toBeVisible();
  await expect(item).toBeHidden();
  await ahmed.getByText('Done', { exact: true }).click();
  const own = ahmed.getByRole('article').filter({ hasText: question }).getByRole('link', { name: /vrachtbrief/ });
  expect((await ahmed.request.get((await own.getAttribute('href'))!)).status()).toBe(200);

  await expect(carla.getByText('A department answered you')).toBeVisible();
  await carla.getByRole('button', { name: 'To the conversation' }).click();
  await expect(carla.getByRole('log').or(carla.getByRole('list')).getByText(answer).first()).toBeVisible();
  const file = await carla.request.get((await beside.getByRole('link', { name: /vrachtbrief/ }).getAttribute('href'))!);
  expect(file.headers()['content-disposition']).toContain(`vrachtbrief-${mark}.pdf`);
  await expect(carla.getByText('Waiting for a department')).toHaveCount(0);
});

test('a department that works in its mailbox is asked and answers by mail', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Geld terug ${mark}`;
  const question = `Is het geld van ${mark} al weg?`;
  await sendMail({ from: `eva.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Waar blijft mijn geld?' });
  const carla = await pageOf(browser, 'carla', phone);
  await takeFromWaiting(carla, subject);
  await carla.getByRole('button', { name: 'Ask a department' }).press('Enter');
  const dialog = carla.getByRole('dialog', { name: 'Ask a department' });
  await dialog.getByRole('combobox', { name: 'Department' }).press('ArrowDown');
  await carla.getByRole('option', { name: 'Finance' }).click();
  await expect(dialog.getByText(/Also goes by mail to financien@kantoor/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question);
  await settled(carla);
  expect(await obstacles(carla, 'asking a department by mail')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await expect(carla.getByText('Mail to the department: sent')).toBeVisible();

  const arno = await pageOf(browser, 'arno');
  const asked = await mailTo(arno, subject, 'consult');
  expect(asked.text).toContain(question);
  expect(asked.text).toContain('Waar blijft mijn geld?');
  const replyTo = asked.headers.find((one) => one.name === 'Reply-To')!.value.replace(/^.*<|>.*$/g, '');
  await sendMail({ from: 'liesbeth.aerts@kantoor.brightnest.example', to: replyTo, subject: `Re: ${subject}`, text: `Gisteren overgemaakt ${mark}\n\n> ${question}` });

  await expect(carla.getByText('Financiën answered by mail')).toBeVisible();
  await expect(carla.getByText(`Gisteren overgemaakt ${mark}`, { exact: true }).first()).toBeVisible();
});

test('a department that works in its mailbox asks back and asks for more time by mail', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Saldo ${mark}`;
  const question = `Wat staat er nog open van ${mark}?`;
  await sendMail({ from: `pim.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Wat moet ik nog betalen?' });
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, subject);
  await carla.getByRole('button', { name: 'Ask a department' }).click();
  const dialog = carla.getByRole('dialog', { name: 'Ask a department' });
  await dialog.getByRole('combobox', { name: 'Department' }).click();
  await carla.getByRole('option', { name: 'Finance' }).click();
  await dialog.getByText('Another time').click();
  await expect(dialog.getByText('That is the usual time.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(carla.getByText('Mail to the department: sent')).toBeVisible();

  const arno = await pageOf(browser, 'arno');
  const asked = await mailTo(arno, subject, 'consult');
  expect(asked.text).toContain('Tegenvraag:');
  const to = asked.headers.find((one) => one.name === 'Reply-To')!.value.replace(/^.*<|>.*$/g, '');
  const replies = (text: string) => sendMail({ from: 'liesbeth.aerts@kantoor.brightnest.example', to, subject: `Re: ${subject}`, text: `${text}\n\n> ${question}` });
  const beside = carla.getByRole('complementary', { name: 'Customer' });
  await replies('Meer tijd: 31-2-2030 15:00 de bank is dicht');
  await expect(beside.getByText(/wrote a mail that was not understood/)).toBeVisible();
  await replies(`Tegenvraag: welk klantnummer heeft ${mark}?`);
  await beside.getByRole('textbox', { name: 'Your answer to the department' }).fill(`Nummer 7, ${mark}`);
  await settled(carla);
  expect(await obstacles(carla, 'asked back by mail')).toEqual([]);
  await beside.getByRole('button', { name: 'Answer the department' }).click();
  const later = new Date(Date.now() + 30 * 24 * 3600_000);
  await replies(`Meer tijd: ${later.getDate()}-${later.getMonth() + 1}-${later.getFullYear()} 15:00 de bank is dicht`);
  await expect(beside.getByText(/^Asks for more time, until/)).toBeVisible();
  await beside.getByRole('button', { name: /^Agree to/ }).click();
  await expect(beside.getByText(/^Agreed: more time/)).toBeVisible();
});

test('a department asks back, asks for more time and passes a question on, and both sides see how it went', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Doos kwijt ${mark}`;
  const question = `Waar is de doos van ${mark}?`;
  await sendMail({ from: `iris.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Mijn doos is kwijt.' });
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, subject);
  await carla.getByRole('button', { name: 'Ask a department' }).click();
  const dialog = carla.getByRole('dialog', { name: 'Ask a department' });
  await dialog.getByRole('combobox', { name: 'Department' }).click();
  await carla.getByRole('option', { name: 'Logistics' }).click();
  await dialog.getByText('Another time').click();
  const before = dialog.getByLabel(/^Before/);
  await before.fill(moved(await before.inputValue(), -15));
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText('Say why it has to be sooner')).toBeVisible();
  await dialog.getByLabel(/^Why it has to be sooner/).fill('Hij belt zo terug');
  await settled(carla);
  expect(await obstacles(carla, 'asking for another time')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  const beside = carla.getByRole('complementary', { name: 'Customer' });
  await expect(beside.getByText(/^Asked whether it can be before .*not agreed yet$/)).toBeVisible();

  // on a phone, by keyboard
  const ahmed = await pageOf(browser, 'ahmed', phone);
  await ahmed.goto('/asked');
  const item = ahmed.getByRole('article').filter({ hasText: question });
  await expect(item.getByText(/^Can it be before/)).toBeVisible();
  await item.getByRole('button', { name: /^Yes, before/ }).press('Enter');
  await expect(item.getByText(/^Agreed: sooner than usual/)).toBeVisible();
  await item.getByRole('button', { name: 'Ask back' }).press('Enter');
  await ahmed.keyboard.type(`Welke kleur had ze, ${mark}?`);
  await settled(ahmed);
  expect(await obstacles(ahmed, 'asking back on a phone')).toEqual([]);
  await item.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await expect(item.getByText('Waits for who asked')).toBeVisible();

  await expect(carla.getByText('A department asks you something')).toBeVisible();
  await beside.getByRole('textbox', { name: 'Your answer to the department' }).fill(`Blauw, ${mark}`);
  await beside.getByRole('button', { name: 'Answer the department' }).click();
  await expect(beside.getByText(`Blauw, ${mark}`)).toBeVisible();

  await item.getByRole('button', { name: 'More time' }).press('Enter');
  const until = item.getByLabel(/^Before/);
  await until.fill(moved(await until.inputValue(), 3 * 24 * 60));
  await item.getByRole('textbox', { name: 'Why you need more time' }).fill('Het depot telt morgen');
  await item.getByRole('button', { name: 'Ask for more time' }).press('Enter');
  await expect(beside.getByText(/^Asks for more time, until/)).toBeVisible();
  await expect(beside.getByText(/^Promised to the customer before that.*an answer$/)).toBeVisible();
  await settled(carla);
  expect(await obstacles(carla, 'deciding on more time')).toEqual([]);
  await beside.getByRole('button', { name: /^Agree to/ }).click();
  await expect(item.getByText(/^Agreed: more time/)).toBeVisible();

  await item.getByRole('button', { name: 'Pass on' }).press('Enter');
  await item.getByRole('button', { name: 'Pass on' }).press('Enter');
  await expect(item.getByText('Choose a department')).toBeVisible();
  await item.getByRole('combobox', { name: 'To which department' }).click();
  await ahmed.getByRole('option', { name: 'Finance' }).click();
  await expect(item.getByText(/^Also goes by mail to financien@kantoor/)).toBeVisible();
  await expect(item.getByRole('switch', { name: /Let them read the conversation/ })).not.toBeChecked();
  await item.getByRole('textbox', { name: 'Why it is for them' }).fill(`Zij betalen uit, ${mark}`);
  await settled(ahmed);
  expect(await obstacles(ahmed, 'passing on')).toEqual([]);
  await item.getByRole('button', { name: 'Pass on' }).press('Enter');
  await expect(item).toHaveCount(0);
  await expect(beside.getByText(/passed it on from Logistics to Finance/)).toBeVisible();
  await expect(beside.getByText(`Zij betalen uit, ${mark}`)).toBeVisible();
});

test('a department is given a case and answers the customer itself; what is taken back while it writes leaves nothing', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Pallet beschadigd ${mark}`;
  const customer = `ada.${mark}@klant.example`;
  const task = `Spreek een ophaalmoment af, ${mark}`;
  await sendMail({ from: customer, to: 'service@demo.example', subject, text: 'De pallet is beschadigd.' });
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, subject);
  await give(carla, task);
  const beside = carla.getByRole('complementary', { name: 'Customer' });
  await expect(beside.getByText(/^Given to Logistics until .*: they answer the customer$/)).toBeVisible();
  await settled(carla);
  expect(await obstacles(carla, 'a case given')).toEqual([]);

  // on a phone, by keyboard
  const ahmed = await pageOf(browser, 'ahmed', phone);
  await ahmed.goto('/asked');
  const item = ahmed.getByRole('article').filter({ hasText: task });
  await item.getByRole('button', { name: 'Answer the customer' }).press('Enter');
  await expect(item.getByText('De pallet is beschadigd.')).toBeVisible();
  const words = item.getByRole('textbox', { name: 'Your answer to the customer' });
  await expect(words).toBeEnabled();
  await words.fill(`Niet verstuurd ${mark}`);
  await settled(ahmed);
  expect(await obstacles(ahmed, 'answering the customer on a phone')).toEqual([]);

  await beside.getByRole('button', { name: 'Take back' }).click();
  await expect(item.getByText('This is not yours to answer any more')).toBeVisible();
  await expect(words).toHaveValue(`Niet verstuurd ${mark}`);
  await expect(item.getByRole('button', { name: 'Send to the customer' })).toHaveCount(0);
  await settled(ahmed);
  expect(await obstacles(ahmed, 'a case taken back')).toEqual([]);
  await item.getByRole('button', { name: 'Discard my words' }).press('Enter');
  await expect(item).toHaveCount(0);

  const again = `Nu echt, ${mark}`;
  await give(carla, again);
  await carla.getByRole('button', { name: 'Wrap up' }).click();
  const panel = carla.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await carla.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Wait for the department' }).click();
  await expect(carla.getByText('The case waits for the department and comes back with its answer')).toBeVisible();

  const second = ahmed.getByRole('article').filter({ hasText: again });
  await second.getByRole('button', { name: 'Answer the customer' }).press('Enter');
  const answer = second.getByRole('textbox', { name: 'Your answer to the customer' });
  await expect(answer).toBeEnabled();
  await second.getByRole('button', { name: 'Send to the customer' }).press('Enter');
  await expect(second.getByText('Write your answer')).toBeVisible();
  await answer.fill(`We halen hem morgen op, ${mark}`);
  await second.getByRole('checkbox', { name: 'This solves it' }).press('Space');
  await second.getByRole('button', { name: 'Send to the customer' }).press('Enter');
  await expect(ahmed.getByText('Sent. The case is solved.')).toBeVisible();
  await expect(second).toHaveCount(0);
  await expect(carla.getByText('A department answered your customer')).toBeVisible();

  const arno = await pageOf(browser, 'arno');
  const mail = await mailTo(arno, subject, 'conversation');
  expect(mail.text).toContain(`We halen hem morgen op, ${mark}`);
  expect(mail.text).not.toContain('Niet verstuurd');
});

async function give(page: Page, task: string) {
  await page.getByRole('button', { name: 'Ask a department' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ask a department' });
  await dialog.getByRole('combobox', { name: 'Department' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Logistics' }).click();
  await dialog.getByRole('switch', { name: 'They answer the customer themselves' }).press('Space');
  await expect(dialog.getByRole('switch', { name: 'Let them read the conversation' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Question' }).fill(task);
  await settled(page);
  expect(await obstacles(page, 'giving a case')).toEqual([]);
  await dialog.getByRole('button', { name: 'Give the case' }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** So many minutes after a moment in a field. */
const moved = (written: string, minutes: number) => new Date(Date.parse(`${written}Z`) + minutes * 60_000).toISOString().slice(0, 16);
