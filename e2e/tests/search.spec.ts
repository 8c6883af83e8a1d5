import { obstacles, settled } from '../support/axe';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

interface Found { items: { subject: string }[] }

test('a conversation is found by what was said in it, in another form, and by keyboard from anywhere', async ({ browser }) => {
  const mark = `m${Date.now()}`;
  const subject = `Zoekvraag ${mark}`;
  await sendMail({ from: `${mark}@klant.example`, to: 'service@demo.example', subject, text: `De hoogslapers ${mark} werden beschadigd geleverd, met een deuk in de trap.` });
  const carla = await pageOf(browser, 'carla');
  const api = new Api(carla.request);
  await expect.poll(async () => (await api.get<Found>(`/api/desk/found?text=${mark}`)).items.length, { timeout: 30_000 }).toBe(1);

  await carla.goto('/cases');
  await carla.getByRole('heading', { name: 'Cases' }).waitFor();
  await carla.keyboard.press('Control+k');
  await carla.getByPlaceholder('Where to, or what to do?').waitFor();
  await carla.keyboard.type(`hoogslaper ${mark} leveren`);
  await expect(carla.getByRole('button', { name: /^Search “hoogslaper .* in conversations$/ })).toBeVisible();
  await carla.keyboard.press('Enter');
  const row = carla.getByRole('link', { name: new RegExp(subject) });
  await expect(row.locator('mark')).toHaveText(['hoogslapers', mark, 'geleverd']);
  await settled(carla);
  expect(await obstacles(carla, 'what a search found')).toEqual([]);

  const field = carla.getByRole('searchbox', { name: 'What was said' });
  await field.fill(`"deuk trap" ${mark}`);
  await expect(carla.getByText('Nothing found for')).toBeVisible();
  await field.fill(`"in de trap" ${mark}`);
  await expect(row.locator('mark')).toHaveText([mark, 'in de trap']);

  await carla.getByRole('button', { name: 'Narrow' }).click();
  await carla.getByRole('combobox', { name: 'Open and closed' }).click();
  await carla.getByRole('option', { name: 'Closed' }).click();
  await expect(carla.getByText('Nothing found for')).toBeVisible();
  await expect(carla.getByRole('button', { name: 'Narrowed: 1' })).toBeVisible();
  await field.fill('');
  await expect(carla).toHaveURL(/\/desk\/all$/);
});

test('on a phone, in Dutch, a customer stands above the conversations with his name', async ({ browser }) => {
  const small = await pageOf(browser, 'mieke', phone, 'nl');
  const api = new Api(small.request);
  const mark = `k${Date.now()}`;
  const name = `Roos ${mark}`;
  await sendMail({ from: `${name} <${mark}@klant.example>`, to: 'service@demo.example', subject: `Mijn kast ${mark}`, text: 'Waar blijft mijn kast?' });
  await expect.poll(async () => (await api.get<Found>(`/api/desk/found?text=${mark}`)).items.length, { timeout: 30_000 }).toBe(1);
  await small.goto('/desk/mine');
  await small.getByRole('searchbox', { name: 'Wat is gezegd' }).fill(name);
  await expect(small.getByRole('region', { name: 'Klanten' }).getByRole('link', { name }).first()).toBeVisible();
  await settled(small);
  expect(await obstacles(small, 'customers above what was found')).toEqual([]);
});
