import { obstacles } from '../support/axe';
import { Api, pageOf } from '../support/people';
import { expect, test } from '../support/test';

interface Queue { id: string; name: string; search: { reserve: { free: number; medium: string; people: string[]; lentMinutes: number } } }

test('a queue keeps somebody free, who sees it at his own state, as does the team leader on Live', async ({ browser }) => {
  const page = await pageOf(browser, 'arno');
  const name = `Gold ${Date.now()}`;
  await page.goto('/settings/queues');
  await page.getByRole('button', { name: 'New queue' }).click();
  const form = page.getByRole('dialog', { name: 'New queue' });
  await form.getByLabel('Name').fill(name);
  const reserve = form.getByRole('group', { name: 'People kept free' });
  await reserve.getByLabel('At least free').fill('2');
  await reserve.getByText('Phone', { exact: true }).click();
  await reserve.getByRole('combobox', { name: 'Who' }).fill('Bram');
  await page.getByRole('option', { name: /^Bram/ }).click();
  await reserve.getByLabel('Lend them after (minutes)').fill('10');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(reserve.getByRole('alert')).toHaveText('More than the people chosen');
  expect(await obstacles(page, 'people kept free')).toEqual([]);
  await reserve.getByLabel('At least free').fill('1');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('link', { name: new RegExp(`${name}.*keeps 1 free for calls`) })).toBeVisible();
  const api = new Api(page.request);
  const made = (await api.get<{ queue: Queue }[]>('/api/routing/queues')).map((one) => one.queue).find((one) => one.name === name)!;
  expect(made.search.reserve).toMatchObject({ free: 1, medium: 'call', lentMinutes: 10 });

  const bram = await pageOf(browser, 'bram');
  await bram.goto('/desk');
  await expect(bram.getByText(new RegExp(`(You are kept free for|Je blijft vrij voor) .*${name}`))).toBeVisible();
  const leader = await pageOf(browser, 'carla');
  await leader.goto('/live?quiet=shown');
  await expect(leader.getByRole('row', { name: new RegExp(name) })).toContainText('free for calls (at least 1)');
  await expect(leader.getByRole('listitem').filter({ hasText: 'Bram' })).toContainText(`Kept free for ${name}`);

  // nobody is kept for it any more once it is closed
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close this queue' }).click();
  await page.getByRole('dialog', { name: new RegExp(`Close ${name}`) }).getByRole('button', { name: 'Close this queue' }).click();
  await bram.reload();
  await expect(bram.getByRole('button', { name: /^(You are|Je status is)/ })).toBeVisible();
  await expect(bram.getByText(new RegExp(`(kept free for|blijft vrij voor) .*${name}`))).toHaveCount(0);
});
