import { Api, pageOf, phone, wide } from '../support/people';
import { expect, test } from '../support/test';

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  test(`what a form asks before it throws work away can be seen and clicked, ${size}`, async ({ browser }) => {
    const page = await pageOf(browser, 'arno', viewport);
    const name = `Skill ${Date.now()}`;
    await new Api(page.request).post('/api/people/skills', { name, archived: false });
    await page.goto('/settings/teams');
    await page.getByRole('button', { name }).click();
    const form = page.getByRole('dialog', { name });
    await form.getByLabel('Name').fill('Something else');
    await form.getByRole('button', { name: 'Cancel' }).click();
    const question = page.getByRole('dialog').filter({ hasNot: page.getByLabel('Name') });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(question).toBeHidden();
    await expect(form.getByLabel('Name')).toHaveValue('Something else');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Throw away' }).click();
    await expect(form).toBeHidden();

    await page.getByRole('button', { name }).click();
    await form.getByRole('switch', { name: 'Archived' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: `${name} Archived` })).toBeVisible();
  });
}

test('whoever has no account any more comes to the log-in page at once', async ({ browser }) => {
  const administrator = new Api((await pageOf(browser, 'arno')).request);
  const draft = { name: 'Leaving Soon', email: `leaving.${Date.now()}@demo.example`, locale: 'en', active: true, roles: [{ role: 'agent' }], teams: [], skills: {} };
  const { id, password } = await administrator.post<{ id: string; password: string }>('/api/people/users', draft);
  const page = await (await browser.newContext()).newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(draft.email);
  await page.getByLabel(/^(Password|Wachtwoord)/).first().fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Choose your password' })).toBeVisible();
  await new Api(page.request).post('/api/session/password', { oldPassword: password, newPassword: 'seventeen green lamps' });
  await page.goto('/desk/waiting');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await administrator.put(`/api/people/users/${id}`, { ...draft, active: false });
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});
