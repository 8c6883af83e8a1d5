import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

const stamp = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;

test('who wrote from two addresses becomes one customer, and two again', async ({ browser }) => {
  const mark = stamp();
  const [home, work] = [`eva.${mark}@thuis.example`, `e.maas.${mark}@werk.example`];
  await sendMail({ from: `Eva Maas ${mark} <${home}>`, to: 'service@demo.example', subject: `Thuis ${mark}`, text: 'Waar blijft het?' });
  await sendMail({ from: `E. Maas ${mark} <${work}>`, to: 'service@demo.example', subject: `Werk ${mark}`, text: 'En dit dan?' });
  const page = await pageOf(browser, 'carla', phone);
  const open = async (address: string, name: string) => {
    await page.goto(`/customers?text=${encodeURIComponent(address)}`);
    await page.getByRole('link', { name: new RegExp(name) }).first().click();
    await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
  };
  await expect.poll(async () => (await page.request.get(`/api/customers?text=${encodeURIComponent(work)}`)).json().then((found: { items: unknown[] }) => found.items.length)).toBe(1);
  await open(home, `Eva Maas ${mark}`);

  await page.getByRole('button', { name: 'Add an address' }).click();
  await settled(page);
  expect(await obstacles(page, 'adding an address')).toEqual([]);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('no address');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(work.toUpperCase());
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`belongs to E. Maas ${mark} until now`)).toBeVisible();
  await page.getByRole('button', { name: 'The same person' }).click();
  await expect(page.getByRole('region', { name: 'About this customer' }).getByText(work)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'About this customer' }).getByText(work)).toBeHidden();
});

test('a forged sender does not get the answer, unless somebody lets him', async ({ browser }) => {
  const mark = stamp();
  const subject = `Ander adres ${mark}`;
  const elsewhere = `dief.${mark}@elders.example`;
  await sendMail({ from: `anna.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Stuur het hierheen', headers: { 'Reply-To': elsewhere } });
  const agent = await pageOf(browser, 'carla');
  const colleague = await pageOf(browser, 'joris');
  await takeFromWaiting(agent, subject);
  const gets = agent.getByRole('group', { name: 'Who gets the answer' });
  await expect(gets).toContainText(`anna.${mark}@klant.example`);
  await expect(agent.getByText('The sender is not proven')).toBeVisible();
  await colleague.goto(new URL(agent.url()).pathname);
  const seen = colleague.getByRole('group', { name: 'Who gets the answer' });
  await expect(seen.getByText('Gets no answer')).toBeVisible();
  await gets.getByRole('button', { name: `Answer ${elsewhere} as well` }).click();
  await expect(gets.getByRole('button', { name: `Leave ${elsewhere} out` })).toBeVisible();
  // the colleague who looks along sees it at once, and who did it
  await expect(seen.getByRole('button', { name: `Leave ${elsewhere} out` })).toBeVisible();
  await expect(colleague.getByText(`added ${elsewhere} to the answers`)).toBeVisible();
});
