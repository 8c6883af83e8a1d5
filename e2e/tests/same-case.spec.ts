import type { Page } from '@playwright/test';
import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

/** Chooses the first reason, as whoever talks with the customer does. */
async function registerReason(page: Page) {
  await page.getByRole('button', { name: 'Wrap up' }).click();
  await page.getByRole('complementary', { name: 'Wrap-up' }).getByRole('combobox', { name: /Why did the customer come/ }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
}

test('the same order and reason joins the open case by itself where the brand chose so, and is taken back', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const from = `twice.${mark}@klant.example`;
  const order = `BN-${mark}`;
  const [first, second] = [`My lamp ${mark}`, `Still no lamp ${mark}`];
  const admin = await pageOf(browser, 'arno');
  const api = new Api(admin.request);
  const { user } = await api.get<{ user: { brands: { id: string; key: string }[] } }>('/api/session');
  const brand = user.brands.find((one) => one.key === 'brightnest')!.id;
  await api.post(`/api/orders?brand=${brand}`, {
    number: order, customerEmail: from, orderedAt: new Date(mark - 86_400_000).toISOString(), status: 'paid', paymentStatus: 'paid', totalMinor: 4500, currency: 'EUR',
    lines: [{ sku: 'LAMP', name: 'Lamp', quantity: 1, priceMinor: 4500 }],
  });
  await admin.goto(`/settings/same-case?brand=${brand}`);
  await admin.getByRole('radio', { name: 'Join it by itself' }).check();
  await expect(admin.getByText('Saved')).toBeVisible();
  await settled(admin);
  expect(await obstacles(admin, 'the same case')).toEqual([]);
  try {
    const page = await pageOf(browser, 'carla');
    await sendMail({ from, to: 'hello@demo.example', subject: first, text: `Where is ${order}?` });
    await takeFromWaiting(page, first);
    await registerReason(page);
    await sendMail({ from, to: 'hello@demo.example', subject: second, text: `Order ${order} has not come either today.` });
    await takeFromWaiting(page, second);
    await registerReason(page);
    await expect(page.getByText(/joined this to case/)).toBeVisible();

    const small = await pageOf(browser, 'carla', phone);
    await small.goto('/cases');
    await small.getByRole('searchbox', { name: 'Number, customer, address or order' }).fill(from);
    await expect(small).toHaveURL(/twice/);
    await small.getByRole('main').getByRole('link').filter({ hasText: first }).click();
    await expect(small.getByRole('article')).toHaveCount(2);
    const changes = small.getByRole('region', { name: 'Joined and parted' });
    await expect(changes.getByText(/^By rule/)).toBeVisible();
    await settled(small);
    expect(await obstacles(small, 'a case joined by rule')).toEqual([]);
    await changes.getByRole('button', { name: 'Take back' }).click();
    await expect(small.getByRole('article')).toHaveCount(1);
  } finally {
    await admin.getByText('Suggest it', { exact: true }).click();
    await expect(admin.getByRole('radio', { name: 'Suggest it' })).toBeChecked();
  }
});
