import { available } from '../support/chatting';
import { pageOf, phone } from '../support/people';
import { expect, test } from '../support/test';

test('whoever left is logged off on Live, reads who did it and why, and comes back; the wallboard shows the queues', async ({ browser }) => {
  const agent = await pageOf(browser, 'sanne');
  await agent.goto('/desk/mine');
  await available(agent);
  const leader = await pageOf(browser, 'carla', phone);
  await leader.goto('/live');
  await leader.getByRole('button', { name: /^What to do with Sanne/ }).click();
  await leader.getByRole('menuitem', { name: 'Log off…' }).click();
  const why = leader.getByRole('textbox', { name: 'Why' });
  await why.press('Enter');
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('Your shift was over');
  await why.press('Enter');
  await expect(leader.getByText(/is logged off/)).toBeVisible();

  const told = agent.getByRole('alert').filter({ hasText: 'Your shift was over' });
  await expect(told.getByText(/^Carla .* logged you off/)).toBeVisible();
  await agent.reload();
  await told.getByRole('button', { name: 'I am here' }).click();
  await expect(told).toBeHidden();
  await leader.getByRole('button', { name: /^What to do with Sanne/ }).click();
  await expect(leader.getByRole('menuitem', { name: 'Log off…' })).toBeVisible();
  await leader.keyboard.press('Escape');

  await leader.goto('/live');
  await leader.getByRole('link', { name: 'Wallboard' }).click();
  await expect(leader).toHaveURL(/\/live\/wall/);
  await expect(leader.getByRole('rowheader').first()).toBeVisible();
  await expect(leader.getByText('Sanne')).toHaveCount(0);
});
