import { obstacles, settled } from '../support/axe';
import { answer, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('everything that happened with a customer stands in one line through time, and follows along', async ({ browser }) => {
  const mark = `${Date.now()}`;
  const from = `tijd.${mark}@klant.example`;
  const subject = `Kapotte lamp ${mark}`;
  const admin = await pageOf(browser, 'arno');
  const api = new Api(admin.request);
  const brand = (await api.get<{ id: string; key: string }[]>('/api/organisation/brands')).find((one) => one.key === 'lindenhof')!.id;
  await api.post(`/api/orders?brand=${brand}`, {
    number: `T-${mark}`, customerEmail: from, customerName: `Tijs ${mark}`, orderedAt: '2026-10-01T09:00:00Z', shippedAt: '2026-10-02T09:00:00Z', status: 'shipped', paymentStatus: 'paid',
    totalMinor: 4500, currency: 'EUR', lines: [{ sku: 'L1', name: 'Leeslamp Olm', quantity: 1, priceMinor: 4500 }],
  });
  await sendMail({ from, to: 'service@demo.example', subject, text: 'Hij doet het niet.' });
  const agent = await pageOf(browser, 'sanne');
  await takeFromWaiting(agent, subject);
  const customer = (await api.get<{ items: { id: string }[] }>(`/api/customers?text=${encodeURIComponent(from)}`)).items[0]!.id;

  const looker = await pageOf(browser, 'carla');
  await looker.goto(`/customers/${customer}`);
  const all = looker.getByRole('region', { name: 'Everything' });
  await expect(all.getByRole('link', { name: subject })).toBeVisible();
  await expect(all.getByRole('link', { name: `Order T-${mark} shipped` })).toBeVisible();
  await expect(all.getByText('Leeslamp Olm')).toBeVisible();
  // what a colleague does now shows by itself
  await answer(agent, 'Er komt een nieuwe.');
  await wrapUpAsSolved(agent);
  await expect(all.getByRole('link', { name: /^Case \d+ solved$/ })).toBeVisible();
  await settled(looker);
  expect(await obstacles(looker, 'everything that happened')).toEqual([]);

  await all.getByRole('button', { name: 'Orders' }).click();
  await expect(all.getByRole('link', { name: subject })).toBeHidden();
  await expect(all.getByRole('listitem')).toHaveCount(2);
  await all.getByRole('searchbox').fill('schemerlamp');
  await expect(all.getByText('Nothing like this happened')).toBeVisible();
  await all.getByRole('searchbox').fill('leeslamp');
  await expect(all.getByRole('listitem')).toHaveCount(2);

  // what is chosen stands in the address; on a phone it is behind one button
  const small = await pageOf(browser, 'carla', phone);
  await small.goto(new URL(looker.url()).pathname + new URL(looker.url()).search);
  await expect(small.getByRole('link', { name: `Order T-${mark} placed` })).toBeVisible();
  await expect(small.getByRole('button', { name: 'Filter (1)' })).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await settled(small);
  expect(await obstacles(small, 'everything on a phone')).toEqual([]);
  await small.getByRole('link', { name: `Order T-${mark} placed` }).click();
  await expect(small.getByRole('region', { name: `Order T-${mark}` })).toBeVisible();
});
