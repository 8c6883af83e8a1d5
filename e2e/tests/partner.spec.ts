import { expect, test } from '../support/test';
import { obstacles, settled } from '../support/axe';
import { pageOf, phone } from '../support/people';

test('who leads the people of a partner sees their work and what is shared with them, and nothing of others', async ({ browser }) => {
  const page = await pageOf(browser, 'gijs');
  await page.goto('/live');
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
  await expect(page.getByText('Brightnest avond').first()).toBeVisible();
  await expect(page.getByText('Lindenhof bezorging').first()).toBeVisible();
  await expect(page.getByText('Lindenhof mail')).toHaveCount(0);
  await expect(page.getByText('Sanne de Boer')).toHaveCount(0);
  expect(await obstacles(page, 'Live of a partner')).toEqual([]);

  await page.goto('/desk/all');
  await settled(page);
  const lists = page.getByRole('navigation').first();
  await expect(lists.getByRole('link', { name: /Lindenhof bezorging/ })).toBeVisible();
  await expect(lists.getByRole('link', { name: /Lindenhof chat/ })).toHaveCount(0);

  await page.goto('/transfers');
  await expect(page.getByRole('heading', { name: 'Transfers and repeats' })).toBeVisible();
  await settled(page);
  await expect(page.getByText('Lindenhof mail')).toHaveCount(0);

  await page.goto('/settings/queues');
  await expect(page.getByText('This place is not open to you')).toBeVisible();

  const small = await pageOf(browser, 'gijs', phone, 'nl');
  await small.goto('/live');
  await expect(small.getByText('Lindenhof bezorging').first()).toBeVisible();
  expect(await obstacles(small, 'Live of a partner on a phone')).toEqual([]);
});
