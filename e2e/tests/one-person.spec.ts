import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('two customers become one person, which open desks see, and are taken apart again', async ({ browser }) => {
  const mark = `${Date.now()}`;
  const [home, work] = [`eva.maas.${mark}@thuis.example`, `e.maas.${mark}@werk.example`];
  await sendMail({ from: `Eva Maas ${mark} <${home}>`, to: 'service@demo.example', subject: `Thuis ${mark}`, text: 'Waar blijft het?' });
  await sendMail({ from: `E. Maas ${mark} <${work}>`, to: 'service@demo.example', subject: `Werk ${mark}`, text: 'En dit dan?' });
  const agent = await pageOf(browser, 'sanne');
  await takeFromWaiting(agent, `Werk ${mark}`);
  const beside = agent.getByRole('complementary', { name: 'Customer' });
  await expect(beside.getByText(`E. Maas ${mark}`).first()).toBeVisible();

  const carla = await pageOf(browser, 'carla');
  const api = new Api(carla.request);
  const idOf = async (address: string) => (await api.get<{ items: { id: string }[] }>(`/api/customers?text=${encodeURIComponent(address)}`)).items[0]!.id;
  await expect.poll(() => idOf(home).catch(() => '')).not.toBe('');
  const card = await idOf(work);
  await carla.goto(`/customers/${await idOf(home)}`);
  await carla.getByRole('button', { name: 'Same person as…' }).click();
  const dialog = carla.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(work);
  await dialog.getByRole('button', { name: new RegExp(`E. Maas ${mark}`) }).click();
  await expect(dialog.getByText('An address is not proven')).toBeVisible();
  await settled(carla);
  expect(await obstacles(carla, 'two beside each other')).toEqual([]);
  // nothing happens before somebody says that he knows it
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await expect(dialog.getByText('Say so first, or do not merge them')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /I know that both/ }).check();
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await expect(carla.getByText(`E. Maas ${mark} is the same person now`)).toBeVisible();
  const all = carla.getByRole('region', { name: 'Everything' });
  await expect(all.getByRole('link', { name: `Thuis ${mark}` })).toBeVisible();
  await expect(all.getByRole('link', { name: `Werk ${mark}` })).toBeVisible();
  await expect(all.getByText('Became one with another customer')).toBeVisible();
  await settled(carla);
  expect(await obstacles(carla, 'one person')).toEqual([]);

  // the desk that stood open shows the person, with what he asked from home
  await expect(beside.getByText(`Eva Maas ${mark}`).first()).toBeVisible();
  await expect(beside.getByText(`Thuis ${mark}`)).toBeVisible();

  // the link to the card leads to the page of the person, also on a phone
  const small = await pageOf(browser, 'carla', phone);
  await small.goto(`/customers/${card}`);
  await expect(small.getByRole('heading', { level: 1, name: `Eva Maas ${mark}` })).toBeVisible();
  await expect(small.getByText(work).first()).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await small.getByRole('button', { name: `Take E. Maas ${mark} apart` }).click();
  await expect(small.getByText(`E. Maas ${mark} is a customer of his own again`)).toBeVisible();
  await expect(beside.getByText(`E. Maas ${mark}`, { exact: true }).first()).toBeVisible();
  await expect(all.getByRole('link', { name: `Werk ${mark}` })).toBeHidden();
});

test('who may be the same is suggested with the reason, and not again once somebody says no', async ({ browser }) => {
  const mark = `${Date.now()}`;
  const [plain, plus] = [`bo.dewit.${mark}@klant.example`, `bodewit${mark}+winkel@klant.example`];
  const carla = await pageOf(browser, 'carla');
  const admin = await pageOf(browser, 'arno');
  const api = new Api(admin.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === 'lindenhof')!.id;
  for (const [index, email] of [plain, plus].entries()) {
    await api.post(`/api/orders?brand=${brand}`, {
      number: `P-${mark}-${index}`, customerEmail: email, customerName: `Bo ${index} ${mark}`, orderedAt: '2026-10-01T09:00:00Z', status: 'paid', paymentStatus: 'paid', totalMinor: 1000, currency: 'EUR', lines: [],
    });
  }
  const found = await api.get<{ items: { id: string }[] }>(`/api/customers?text=${encodeURIComponent(plain)}`);
  await carla.goto(`/customers/${found.items[0]!.id}`);
  const note = carla.getByRole('note').filter({ hasText: 'The same person as' });
  await expect(note.getByText(`Almost the same address: ${plus}`)).toBeVisible();
  await settled(carla);
  expect(await obstacles(carla, 'a suggestion')).toEqual([]);
  await note.getByRole('button', { name: 'Not the same' }).click();
  await expect(note).toBeHidden();
  await carla.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Not the same' }).click();
  await expect(note).toBeHidden();
  await carla.reload();
  await expect(carla.getByRole('region', { name: 'About this customer' })).toBeVisible();
  await expect(note).toBeHidden();
});
