import { obstacles, settled } from '../support/axe';
import { answer, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a customer is erased at his request, and the receipt proves it without the data', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const address = `vera.${mark}@klant.example`;
  const name = `Vera Geheim ${mark}`;
  const subject = `Mijn adres ${mark}`;
  await sendMail({ from: `${name} <${address}>`, to: 'service@demo.example', subject, text: `Ik woon op Geheimlaan ${mark}.` });
  const agent = await pageOf(browser, 'carla');
  await takeFromWaiting(agent, subject);
  const conversation = agent.url();

  const arno = await pageOf(browser, 'arno');
  await arno.goto(`/customers?text=${encodeURIComponent(address)}`);
  await arno.getByRole('link', { name: new RegExp(name) }).first().click();
  await arno.getByRole('link', { name: 'Erase' }).click();
  await expect(arno.getByRole('row', { name: /^Messages \d/ })).toBeVisible();
  // what is open is finished first
  await expect(arno.getByText('It waits for what is still open')).toBeVisible();
  await settled(arno);
  expect(await obstacles(arno, 'erasing a customer')).toEqual([]);
  await answer(agent, 'Dat is aangepast.');
  await wrapUpAsSolved(agent);
  await arno.reload();
  await expect(arno.getByText('It waits for what is still open')).toBeHidden();

  const confirm = arno.getByRole('textbox', { name: /^Type “/ });
  const forGood = arno.getByRole('button', { name: 'Erase for good' });
  await expect(forGood).toBeDisabled();
  await arno.getByRole('textbox', { name: 'Reference' }).fill(address);
  await confirm.fill(name);
  await forGood.click();
  await expect(arno.getByText('The receipt stays; leave out names and addresses')).toBeVisible();
  await arno.getByRole('textbox', { name: 'Reference' }).fill(`AVG-${mark}`);
  await confirm.press('Enter');
  await expect(arno.getByText('The proof that it was done, without the data.')).toBeVisible({ timeout: 60_000 });
  await expect(arno.getByRole('row', { name: /^Messages [2-9]/ })).toBeVisible();
  await expect(arno.getByText(address)).toHaveCount(0);
  await expect(arno.getByText(name)).toHaveCount(0);
  await settled(arno);
  expect(await obstacles(arno, 'a receipt')).toEqual([]);

  // nobody finds him any more, and the conversation says why it is empty
  await arno.goto(`/customers?text=${encodeURIComponent(address)}`);
  await expect(arno.getByText(/No customer matches/)).toBeVisible();
  await agent.goto(conversation);
  await expect(agent.getByText('What was said here was erased')).toBeVisible();
  await expect(agent.getByText(`Geheimlaan ${mark}`)).toHaveCount(0);

  // later one can tell whether an address was erased, also on a phone
  const small = await pageOf(browser, 'arno', phone);
  await small.goto('/erasures');
  await small.getByRole('textbox', { name: 'Was this address erased?' }).fill(address.toUpperCase());
  await small.getByRole('button', { name: 'Check' }).click();
  await expect(small.getByRole('list', { name: 'It stands on one receipt' }).getByText(new RegExp(`AVG-${mark}`))).toBeVisible();
  await small.getByRole('searchbox', { name: 'Number, reference or colleague' }).fill(`AVG-${mark}`);
  await expect(small.getByRole('list', { name: 'Erasures' }).getByRole('listitem')).toHaveCount(1);
  await settled(small);
  expect(await obstacles(small, 'erasures on a phone')).toEqual([]);

  // an agent has no such button and no such page
  await agent.goto('/erasures');
  await expect(agent.getByText(name)).toHaveCount(0);
  await expect(agent.getByRole('heading', { name: 'Erasures' })).toHaveCount(0);

  // whoever writes again is a new customer
  await sendMail({ from: `${name} <${address}>`, to: 'service@demo.example', subject: `Weer ik ${mark}`, text: 'Nog een vraag.' });
  await takeFromWaiting(agent, `Weer ik ${mark}`);
  await expect(agent.getByText('Contacted us')).toHaveCount(0);
});

test('how long what is kept is set by rule, seen beforehand, and can be paused', async ({ browser }) => {
  const page = await pageOf(browser, 'judith', phone);
  await page.goto('/settings/retention');
  await expect(page.getByRole('button', { name: /^Content of conversations.*24 months/ })).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'retention')).toEqual([]);

  await page.getByRole('button', { name: 'New rule' }).click();
  const form = page.getByRole('dialog', { name: 'New rule' });
  await form.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Attachments only' }).click();
  const months = form.getByRole('textbox', { name: 'Months after the end of the case' });
  await months.fill('2');
  await expect(form.getByText(/^It takes/)).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'a retention rule')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Below 6 months a rule must be confirmed', { exact: false })).toBeVisible();
  await form.getByRole('checkbox', { name: 'Yes, shorter than 6 months' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  const rule = page.getByRole('button', { name: /^Attachments only.*2 months/ });
  await expect(rule).toBeVisible();

  // customers without any contact are of no channel
  await page.getByRole('button', { name: 'New rule' }).click();
  await form.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Customers without any contact' }).click();
  await expect(form.getByRole('combobox', { name: 'Channel' })).toHaveCount(0);
  await form.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option').last().click();
  await form.getByRole('textbox', { name: 'Months without any contact' }).fill('48');
  await expect(form.getByText(/^It takes/)).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'a rule for customers')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  const customers = page.getByRole('button', { name: /^Customers without any contact.*48 months/ });
  await customers.click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(customers).toBeHidden();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/^Paused by Judith Koster/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/^Paused by/)).toBeHidden();
  await rule.click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(rule).toBeHidden();
});
