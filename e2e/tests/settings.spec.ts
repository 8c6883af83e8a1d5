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
