import { expect, test } from '@playwright/test';
import { mailOf, pageOf, password, signIn } from '../support/people';

test('a wrong password is refused in words that help, and the keyboard alone gets one in', async ({ page }) => {
  await page.goto('/desk');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(mailOf('oliver'));
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText(/not right|klopt niet/);
  await page.getByLabel(/^(Password|Wachtwoord)/).first().fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('places follow the role, and an address one may not open says so', async ({ page }) => {
  await signIn(page, 'oliver');
  await expect(page).not.toHaveURL(/login/);
  await expect(page.getByRole('link', { name: 'Desk' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Listen' })).toHaveCount(0);
  await page.goto('/listen');
  await expect(page.getByText('This place is not open to you')).toBeVisible();
});

test('after signing out the session is gone', async ({ page }) => {
  await signIn(page, 'oliver');
  await page.getByRole('button', { name: /sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
  expect((await page.request.get('/api/session')).status()).toBe(401);
});

test('someone of a partner sees nothing of our own work', async ({ browser }) => {
  const page = await pageOf(browser, 'gijs');
  const rows = await page.request.get('/api/desk/rows?view=ALL&limit=100');
  const body = JSON.stringify(rows.ok() ? await rows.json() : {});
  const ours = await pageOf(browser, 'carla');
  const all = (await (await ours.request.get('/api/desk/rows?view=ALL&limit=100')).json()) as { items: { conversation: string; partner?: string }[] };
  for (const row of all.items.filter((each) => !each.partner)) expect(body).not.toContain(row.conversation);
});
