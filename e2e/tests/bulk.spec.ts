import type { Page } from '@playwright/test';
import { obstacles, settled } from '../support/axe';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a team leader transfers, raises and wraps up many at once, after seeing what it does, and undoes it', async ({ browser }) => {
  const mark = Date.now().toString(36);
  const subjects = ['one', 'two', 'three'].map((each) => `Parcel ${each} ${mark}`);
  for (const [at, subject] of subjects.entries()) await sendMail({ from: `bulk${at}.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Where is it? 📦' });
  const leader = await pageOf(browser, 'carla');
  const rows = (page: Page) => page.getByRole('main').getByRole('link', { name: new RegExp(mark) });

  await test.step('she puts them in a list and chooses them by keyboard', async () => {
    await leader.goto('/views/new');
    await leader.getByLabel('Name', { exact: true }).fill(`Parcels ${mark}`);
    await leader.getByLabel('Word in the subject or the name').fill(mark);
    await expect(leader.getByRole('region', { name: 'In it now' }).getByText('3 conversations', { exact: true })).toBeVisible();
    await leader.getByRole('button', { name: 'Save' }).click();
    await expect(leader.getByRole('heading', { name: `Parcels ${mark}`, level: 1 })).toBeVisible();
    await expect(rows(leader)).toHaveCount(3);
    await leader.keyboard.press('s');
    await expect(leader.getByRole('toolbar', { name: 'With what is chosen' }).getByText('0 chosen')).toBeVisible();
    await settled(leader);
    expect(await obstacles(leader, 'choosing several')).toEqual([]);
    await leader.getByRole('checkbox', { name: new RegExp(subjects[0]!) }).press('Space');
    await expect(leader.getByText('1 chosen')).toBeVisible();
    await leader.getByRole('checkbox', { name: 'All that is shown' }).press('Space');
    await expect(leader.getByText('3 chosen')).toBeVisible();
  });

  await test.step('another priority: she sees what it reaches, does it, and undoes it', async () => {
    await leader.getByRole('button', { name: 'Priority', exact: true }).click();
    await leader.getByRole('menuitem', { name: 'Urgent' }).click();
    const window = leader.getByRole('dialog', { name: 'Before it is done' });
    await expect(window.getByText('Urgent: 3 conversations')).toBeVisible();
    await settled(leader);
    expect(await obstacles(leader, 'what bulk work will do')).toEqual([]);
    await window.getByRole('button', { name: 'Do it for 3' }).click();
    await expect(leader.getByText('Urgent: 3 done')).toBeVisible();
    await expect(rows(leader).getByRole('img', { name: 'Urgent' })).toHaveCount(3);
    await leader.getByRole('button', { name: 'Undo' }).click();
    await expect(leader.getByText('Urgent: 3 undone')).toBeVisible();
    await expect(rows(leader).getByRole('img', { name: 'Urgent' })).toHaveCount(0);
  });

  await test.step('wrapping up leaves what nobody has read, and says so', async () => {
    await rows(leader).first().click();
    await expect(leader.getByRole('log')).toBeVisible();
    await expect(leader.getByRole('main').locator('[aria-current="true"]').getByRole('img', { name: 'Unread' })).toHaveCount(0);
    await leader.getByRole('button', { name: 'Choose several' }).click();
    await leader.getByRole('checkbox', { name: 'All that is shown' }).check();
    await leader.getByRole('toolbar', { name: 'With what is chosen' }).getByRole('button', { name: 'Wrap up' }).click();
    const ending = leader.getByRole('dialog', { name: 'Wrap up: 3 chosen' });
    await settled(leader);
    expect(await obstacles(leader, 'wrapping up many')).toEqual([]);
    await ending.getByRole('button', { name: 'See what it will do' }).click();
    await expect(ending.getByText('Fill this in')).toBeVisible();
    await ending.getByRole('combobox', { name: 'Why did the customer come?' }).click();
    await leader.getByRole('option').first().click();
    await ending.getByRole('button', { name: 'See what it will do' }).click();
    const window = leader.getByRole('dialog', { name: 'Before it is done' });
    await expect(window.getByText('2 stay as they are')).toBeVisible();
    await window.getByRole('button', { name: 'Which ones' }).click();
    await expect(window.getByRole('link', { name: new RegExp(mark) })).toHaveCount(2);
    await window.getByRole('button', { name: 'Do it' }).click();
    await expect(leader.getByText('Wrap up as solved: 1 done')).toBeVisible();
    await expect(rows(leader)).toHaveCount(2);
  });

  await test.step('on a phone she hands over the rest, and finds all she did on a page of its own', async () => {
    const train = await pageOf(browser, 'carla', phone);
    await train.goto(leader.url().replace(/(\/desk\/[^/]+).*/, '$1'));
    await train.getByRole('button', { name: 'Choose several' }).click();
    await train.getByRole('checkbox', { name: 'All that is shown' }).check();
    await train.getByRole('toolbar', { name: 'With what is chosen' }).getByRole('button', { name: 'Transfer' }).click();
    await train.getByRole('combobox', { name: /^To/ }).click();
    await train.getByRole('option', { name: /Sanne/ }).first().click();
    await train.getByRole('radio').first().check();
    await train.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
    await train.getByRole('button', { name: 'Do it for 2' }).click();
    await expect(train.getByText(/Transfer to Sanne.*: 2 done/)).toBeVisible();
    await settled(train);
    expect(await obstacles(train, 'bulk work on a phone')).toEqual([]);
    await train.goto('/bulk');
    await expect(train.getByRole('heading', { name: 'Changed many at once', level: 1 })).toBeVisible();
    const last = train.getByRole('region', { name: /Transfer to Sanne/ });
    await expect(last.getByText('2 done')).toBeVisible();
    await settled(train);
    expect(await obstacles(train, 'what was done to many')).toEqual([]);
    await last.getByRole('button', { name: 'Undo' }).click();
    await expect(last.getByText('2 undone')).toBeVisible();
  });

  await test.step('a colleague sees nothing of it, and reads where it begins', async () => {
    const agent = await pageOf(browser, 'oliver', phone, 'nl');
    await agent.goto('/bulk');
    await expect(agent.getByRole('heading', { name: 'Er is nog niets tegelijk gewijzigd' })).toBeVisible();
    await settled(agent);
    expect(await obstacles(agent, 'nothing done to many')).toEqual([]);
  });
});
