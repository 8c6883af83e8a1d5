import { obstacles } from '../support/axe';
import { Api, pageOf } from '../support/people';
import { expect, test } from '../support/test';

interface Queue { id: string; name: string; search: { sharing: { shares: { percent: number }[] } } }

test('a queue is shared over a partner and sites, and Live shows what each got', async ({ browser }) => {
  const page = await pageOf(browser, 'arno');
  const name = `Shared ${Date.now()}`;
  await page.goto('/settings/queues');
  await page.getByRole('button', { name: 'New queue' }).click();
  const form = page.getByRole('dialog', { name: 'New queue' });
  await form.getByLabel('Name').fill(name);
  const sharing = form.getByRole('group', { name: 'Shared over' });
  await sharing.getByRole('button', { name: 'Add a company or site' }).click();
  await sharing.getByLabel('Part of Our own people, in per cent').fill('60');
  await sharing.getByRole('button', { name: 'Add a company or site' }).click();
  await sharing.getByRole('combobox', { name: 'Company or site 2' }).click();
  await page.getByRole('option', { name: 'Klantkracht Groningen (Klantkracht)' }).click();
  const part = sharing.getByLabel('Part of Klantkracht Groningen (Klantkracht), in per cent');
  await part.fill('30');
  await expect(sharing.getByText('Together 90%; it must be 100%')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(sharing.getByRole('alert')).toHaveText('Exactly a hundred per cent together');
  expect(await obstacles(page, 'a shared queue')).toEqual([]);
  await part.fill('40');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('link', { name: new RegExp(`${name}.*shared over 2`) })).toBeVisible();

  const made = (await new Api(page.request).get<{ queue: Queue }[]>('/api/routing/queues')).map((one) => one.queue).find((one) => one.name === name);
  expect(made?.search.sharing.shares.map((share) => share.percent)).toEqual([60, 40]);
  const leader = await pageOf(browser, 'carla');
  await leader.goto('/live?quiet=shown');
  await expect(leader.getByRole('heading', { name: 'Live' })).toBeVisible();
  await expect(leader.getByRole('row', { name: new RegExp(name) }).getByRole('list', { name: 'What each got today' })).toContainText('Klantkracht Groningen');
});
