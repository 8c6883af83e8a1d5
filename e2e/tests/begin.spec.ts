import { obstacles, settled } from '../support/axe';
import { answer, mailTo, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('an agent writes first to a customer: nothing leaves before it is sent, and it is hers to finish', async ({ browser }) => {
  const mark = Date.now();
  const address = `first.${mark}@klant.example`;
  await sendMail({ from: address, to: 'service@demo.example', subject: `Known since ${mark}`, text: 'Thank you for the lamp.' });
  const page = await pageOf(browser, 'mieke');
  // what he wrote is done before we write to him
  await expect.poll(async () => (await page.request.get(`/api/customers?text=${address}`)).json().then((found: { items: unknown[] }) => found.items.length)).toBe(1);
  await takeFromWaiting(page, `Known since ${mark}`);
  await wrapUpAsSolved(page);

  await page.goto(`/customers?text=${address}`);
  await page.getByRole('main').getByRole('link', { name: new RegExp(address) }).click();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Write to this customer' });
  await expect(form.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await settled(page);
  expect(await obstacles(page, 'writing first')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(form.getByText('Fill this in')).toBeVisible();
  await form.getByRole('textbox', { name: 'Subject' }).fill(`Your lamp ${mark}`);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: `Your lamp ${mark}` })).toBeVisible();
  await expect(page.getByRole('log').getByText('Mieke Verhaegen began this conversation')).toBeVisible();
  const words = page.getByRole('textbox', { name: 'Write to the customer' });
  await expect(words).toBeFocused();
  await page.keyboard.type('The bulb of your lamp is recalled.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('log').getByText('The bulb of your lamp is recalled.')).toBeVisible();
  const mail = await mailTo(await pageOf(browser, 'arno'), address, 'conversation');
  expect(mail.text).toContain('The bulb of your lamp is recalled.');
  await wrapUpAsSolved(page);
});

test('an agent writes first to somebody new, who then is a customer', async ({ browser }) => {
  const mark = Date.now();
  const address = `new.${mark}@klant.example`;
  const page = await pageOf(browser, 'mieke', phone);
  await page.goto(`/customers?text=${address}`);
  await expect(page.getByText(/No customer matches/)).toBeVisible();
  await page.getByRole('button', { name: 'Write to somebody new' }).click();
  const form = page.getByRole('dialog', { name: 'Write to somebody new' });
  const to = form.getByRole('textbox', { name: 'E-mail address' });
  await expect(to).toHaveValue(address);
  await settled(page);
  expect(await obstacles(page, 'writing to somebody new')).toEqual([]);
  await form.getByRole('textbox', { name: 'Subject' }).fill(`Your lamp 💡 ${mark}`);
  await form.getByRole('button', { name: 'Begin' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await form.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option', { name: 'Lindenhof' }).click();
  await to.fill('service@demo.example');
  await form.getByRole('button', { name: 'Begin' }).click();
  await expect(form.getByText('This is an address of our own')).toBeVisible();
  await to.fill(address);
  await form.getByRole('textbox', { name: 'Name' }).fill(`Noor Nieuw ${mark}`);
  await form.getByRole('button', { name: 'Begin' }).dblclick();

  await expect(page.getByRole('heading', { name: `Your lamp 💡 ${mark}` })).toBeVisible();
  await expect(page.getByText('This address is not proven')).toBeVisible();
  await answer(page, 'We found your lamp.');
  await wrapUpAsSolved(page);
  await page.goto(`/customers?text=${address}`);
  await page.getByRole('main').getByRole('link', { name: new RegExp(`Noor Nieuw ${mark}`) }).click();
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(`Your lamp 💡 ${mark}`) })).toHaveCount(1);
});
