import { expect, test } from '../support/test';
import { pageOf, phone } from '../support/people';

test('a score of a person shows once it is agreed what it is for, to his team leader, and he sees who looked', async ({ browser }) => {
  const administrator = await pageOf(browser, 'arno');
  const leader = await pageOf(browser, 'marijke', phone);
  const agent = await pageOf(browser, 'sanne');

  await leader.goto('/results');
  await leader.getByRole('link', { name: 'Scores of colleagues' }).click();
  await expect(leader.getByText('Scores of persons are off')).toBeVisible();

  await administrator.goto('/settings/personal-scores');
  await administrator.getByLabel('Purpose').fill('Coaching, not appraisal');
  await administrator.getByLabel('Agreed with').fill('Works council, decision 12');
  await administrator.getByRole('textbox', { name: /^On\b/ }).fill('15 Jan 2026');
  await administrator.keyboard.press('Tab');
  await administrator.getByRole('button', { name: 'Switch on' }).click();
  await expect(administrator.getByText('Scores of persons are on')).toBeVisible();

  try {
    await leader.reload();
    const who = leader.getByRole('combobox', { name: 'Colleague' });
    await who.fill('Sanne');
    await leader.getByRole('option', { name: /Sanne de Vries/ }).click();
    await expect(leader.getByText('Sanne de Vries can see that you looked')).toBeVisible();
    await leader.getByRole('button', { name: 'Show the score' }).click();
    await expect(leader.getByRole('region', { name: 'Score of Sanne de Vries' }).getByText(/answers/).first()).toBeVisible();
    await who.fill('Kevin');
    await expect(leader.getByText('Nobody by that name')).toBeVisible();

    await agent.goto('/results');
    await agent.getByRole('button', { name: 'Who looked at my score' }).click();
    await expect(agent.getByText(/Marijke Jonker/)).toBeVisible();
  } finally {
    await administrator.getByRole('button', { name: 'Switch off' }).click();
    await administrator.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
    await expect(administrator.getByText('Scores of persons are off')).toBeVisible();
  }
});
