import { obstacles, settled } from '../support/axe';
import { Api, pageOf, phone, wide } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a field that an administrator adds for a reason shows with it, is filled in during the talk, asked for at wrap-up and found by', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}`;
  const admin = await pageOf(browser, 'arno');
  const api = new Api(admin.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === 'lindenhof')!.id;
  // a reason of its own, so that nobody else is asked
  for (const [nameNl, nameEn] of [[`Proef ${mark}`, `Trial ${mark}`], [`Anders ${mark}`, `Elsewise ${mark}`]]) {
    await api.post(`/api/organisation/brands/${brand}/reasons`, { nameNl, nameEn, position: 900, offeredToCustomers: false, archived: false });
  }

  await admin.goto(`/settings/fields?brand=${brand}`);
  await expect(admin.getByRole('heading', { name: 'Fields', exact: true })).toBeVisible();
  await expect(admin.getByRole('button', { name: /^Serial number One line/ })).toBeVisible();
  await settled(admin);
  expect(await obstacles(admin, 'fields')).toEqual([]);
  await admin.getByRole('button', { name: 'Add a field' }).click();
  const form = admin.getByRole('dialog', { name: 'Add a field' });
  await form.getByLabel('Name in Dutch').first().fill(`Kamer ${mark}`);
  await form.getByLabel('Name in English').first().fill(`Room ${mark}`);
  await expect(form.getByLabel('Key')).toHaveValue(`room_${mark}`);
  await form.getByRole('combobox', { name: 'What stands in it' }).click();
  await admin.getByRole('option', { name: 'One of a list' }).click();
  for (const [at, [dutch, english]] of [['Keuken', 'Kitchen'], ['Zolder', 'Attic']].entries()) {
    await form.getByRole('button', { name: 'Add a choice' }).click();
    const choice = form.getByRole('group').nth(at);
    await choice.getByLabel('Name in Dutch').fill(dutch!);
    await choice.getByLabel('Name in English').fill(english!);
  }
  await form.getByRole('combobox', { name: 'When is it shown?' }).click();
  await admin.getByRole('option', { name: 'For some reasons', exact: true }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await form.getByRole('combobox', { name: 'Show it for' }).fill(mark);
  await admin.getByRole('option', { name: `Trial ${mark}` }).click();
  await admin.keyboard.press('Escape');
  await form.getByRole('combobox', { name: 'When must it be known?' }).click();
  await admin.getByRole('option', { name: 'Required for some reasons' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await form.getByRole('combobox', { name: 'For these reasons' }).fill(mark);
  await admin.getByRole('option', { name: `Trial ${mark}` }).click();
  await admin.keyboard.press('Escape');
  await settled(admin);
  expect(await obstacles(admin, 'a new field')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const preview = admin.getByRole('region', { name: 'What an agent sees' });
  const tried = preview.getByRole('combobox', { name: 'For this reason' });
  const inPreview = preview.getByRole('combobox', { name: `Room ${mark}` });
  await expect(inPreview).toBeHidden();
  for (const reason of ['Elsewise', 'Trial']) {
    await tried.fill(`${reason} ${mark}`);
    await admin.getByRole('option', { name: `${reason} ${mark}` }).click();
    await expect(inPreview).toBeVisible({ visible: reason === 'Trial' });
  }

  const subject = `Lamp ${mark}`;
  const customer = `lamp.${mark}@klant.example`;
  await sendMail({ from: customer, to: 'service@demo.example', subject, text: 'Mijn lamp knippert.' });
  const page = await pageOf(browser, 'sanne');
  await page.goto('/desk/all');
  await page.getByRole('link', { name: new RegExp(subject) }).first().click();
  const wrapUp = page.getByRole('button', { name: 'Wrap up' });
  const take = page.getByRole('button', { name: 'Take', exact: true });
  await expect(take.or(wrapUp).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  const beside = page.getByRole('complementary', { name: 'Customer' });
  await beside.getByRole('textbox', { name: 'Serial number' }).fill('SN-4711');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/changed Serial number/)).toBeVisible();
  await page.reload();
  await expect(beside.getByRole('textbox', { name: 'Serial number' })).toHaveValue('SN-4711');
  await settled(page);
  expect(await obstacles(page, 'fields beside a conversation')).toEqual([]);

  await wrapUp.click();
  const panel = page.getByRole('complementary', { name: 'Wrap-up' });
  const room = panel.getByRole('combobox', { name: `Room ${mark}` });
  const choose = async (reason: string) => {
    await panel.getByRole('combobox', { name: /Why did the customer come/ }).fill(`${reason} ${mark}`);
    await page.getByRole('option', { name: `${reason} ${mark}` }).click();
  };
  await choose('Elsewise');
  await expect(panel.getByRole('combobox', { name: /Why did the customer come/ })).toHaveValue(`Elsewise ${mark}`);
  await expect(room).toBeHidden();
  await choose('Trial');
  await expect(room).toBeVisible();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(panel.getByText('Fill this in')).toBeVisible();
  await expect(panel.getByText(new RegExp(`before this contact ends: Room ${mark}`))).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'asked for at wrap-up')).toEqual([]);
  await room.click();
  await page.getByRole('option', { name: 'Attic' }).click();
  await expect(panel.getByText('Fill this in')).toBeHidden();
  // hidden for another reason, it is not lost
  await choose('Elsewise');
  await expect(room).toBeHidden();
  await choose('Trial');
  await expect(room).toHaveValue('Attic');
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(page.getByText('Solved. Well done.')).toBeVisible();

  await page.goto(`/cases?brand=${brand}`);
  await page.getByRole('combobox', { name: 'Where is filled in' }).fill(mark);
  await page.getByRole('option', { name: `Room ${mark}: Attic` }).click();
  await page.getByRole('link', { name: new RegExp(subject) }).click();
  const about = page.getByRole('region', { name: 'About this case' });
  await expect(about.getByRole('combobox', { name: `Room ${mark}` })).toHaveValue('Attic');
  await settled(page);
  expect(await obstacles(page, 'fields of a case')).toEqual([]);

  // archived, it is still seen where it was filled in
  await admin.getByRole('button', { name: new RegExp(`^Room ${mark} One of a list`) }).click();
  const change = admin.getByRole('dialog', { name: 'Change a field' });
  await change.getByRole('switch', { name: 'Archived' }).check();
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change).toBeHidden();
  await expect(about.getByText(/not used any more/)).toBeVisible();
  await expect(about.getByText('Attic')).toBeVisible();
});

test('what a shop says of an order stands at it and is changed there, in Dutch on a phone', async ({ browser }) => {
  const mark = `${Date.now()}`;
  const admin = await pageOf(browser, 'arno', wide, 'nl');
  const api = new Api(admin.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === 'lindenhof')!.id;
  const email = `cadeau.${mark}@klant.example`;
  await api.post(`/api/orders?brand=${brand}`, {
    number: `C-${mark}`, customerEmail: email, customerName: 'Cadeau', orderedAt: new Date().toISOString(), status: 'paid', paymentStatus: 'paid', totalMinor: 1000, currency: 'EUR', lines: [],
    fields: { gift: 'ja', wrapping: 'Gift paper' },
  });
  const found = await api.get<{ items: { id: string }[] }>(`/api/customers?text=${encodeURIComponent(email)}`);
  const page = await pageOf(browser, 'sanne', phone, 'nl');
  await page.goto(`/customers/${found.items[0]!.id}?tab=orders`);
  const order = page.getByRole('region', { name: new RegExp(`C-${mark}`) });
  await expect(order.getByRole('combobox', { name: 'Cadeau' })).toHaveValue('Ja');
  await expect(order.getByRole('combobox', { name: 'Verpakking' })).toHaveValue('Cadeaupapier');
  await order.getByRole('textbox', { name: 'Gewicht' }).fill('veel');
  await page.keyboard.press('Tab');
  await expect(order.getByText(/Een getal zoals 12,50/)).toBeVisible();
  await order.getByRole('textbox', { name: 'Gewicht' }).fill('2,50');
  await page.keyboard.press('Tab');
  await expect(order.getByText(/Een getal zoals 12,50/)).toBeHidden();
  await page.reload();
  await expect(order.getByRole('textbox', { name: 'Gewicht' })).toHaveValue('2,5');
  await settled(page);
  expect(await obstacles(page, 'fields of an order')).toEqual([]);
});
