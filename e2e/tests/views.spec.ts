import { obstacles, settled } from '../support/axe';
import { takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a team leader makes a view for her team; an agent reads it, copies it and takes his copy away and back', async ({ browser }) => {
  const mark = Date.now().toString(36);
  const subject = `Lamp ${mark}`;
  const name = `Lampen ${mark}`;
  await sendMail({ from: `kijk.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Hij doet het niet meer.' });
  const leader = await pageOf(browser, 'ines');

  await test.step('she puts it together and sees what stands in it', async () => {
    await leader.goto('/desk/mine');
    await leader.getByRole('link', { name: 'New view' }).click();
    await expect(leader.getByRole('heading', { name: 'New view', level: 1 })).toBeVisible();
    await settled(leader);
    expect(await obstacles(leader, 'a new view')).toEqual([]);
    await leader.getByLabel('Name', { exact: true }).fill(name);
    await leader.getByRole('button', { name: 'Save' }).click();
    await expect(leader.getByText('Choose at least one thing that conversations in it have in common')).toBeVisible();
    await leader.getByLabel('Word in the subject or the name').fill(mark.toUpperCase());
    await expect(leader.getByRole('region', { name: 'In it now' }).getByText('1 conversation', { exact: true })).toBeVisible();
    await expect(leader.getByRole('region', { name: 'In it now' }).getByRole('link', { name: new RegExp(subject) })).toBeVisible();
    await leader.getByRole('combobox', { name: 'For whom' }).click();
    await leader.getByRole('option', { name: /Zwaluw/i }).click();
    await leader.getByRole('button', { name: 'Save' }).click();
    await expect(leader.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(leader.getByRole('main').getByRole('link', { name: new RegExp(subject) })).toBeVisible();
    await expect(leader.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: `${name} 1` })).toBeVisible();
    await settled(leader);
    expect(await obstacles(leader, 'a view')).toEqual([]);
  });

  const agent = await pageOf(browser, 'oliver', phone);
  await test.step('a colleague of the team finds it on a phone, and may copy it but not change it', async () => {
    await agent.goto('/desk/mine');
    await agent.getByRole('combobox', { name: 'Lists' }).click();
    await agent.getByRole('option', { name }).click();
    await expect(agent.getByRole('link', { name: new RegExp(subject) })).toBeVisible();
    await agent.getByRole('button', { name: `More about the view ${name}` }).click();
    await expect(agent.getByRole('menuitem', { name: 'Change' })).toHaveCount(0);
    await agent.getByRole('menuitem', { name: 'Make a copy' }).click();
    await expect(agent.getByLabel('Name', { exact: true })).toHaveValue(`${name} (copy)`);
    await agent.getByRole('button', { name: 'Save' }).click();
    await expect(agent.getByRole('link', { name: new RegExp(subject) })).toBeVisible();
    await agent.getByRole('button', { name: `More about the view ${name} (copy)` }).click();
    await agent.getByRole('menuitem', { name: 'Take away' }).click();
    await expect(agent).toHaveURL(/\/desk\/mine/);
    await agent.getByRole('button', { name: 'Undo' }).click();
    await expect(agent).toHaveURL(/\/desk\/view-/);
    await expect(agent.getByRole('link', { name: new RegExp(subject) })).toBeVisible();
  });

  await test.step('what is wrapped up leaves it by itself', async () => {
    const other = await pageOf(browser, 'carla');
    await takeFromWaiting(other, subject);
    await wrapUpAsSolved(other);
    await expect(agent.getByRole('link', { name: new RegExp(subject) })).toHaveCount(0);
    await expect(agent.getByText('Nothing stands in this view now')).toBeVisible();
  });

  await test.step('she changes it and takes it away', async () => {
    await leader.getByRole('button', { name: `More about the view ${name}` }).click();
    await leader.getByRole('menuitem', { name: 'Change' }).click();
    await leader.getByRole('checkbox', { name: 'Not read yet' }).check();
    await leader.getByRole('button', { name: 'Save' }).click();
    await leader.getByRole('button', { name: `More about the view ${name}` }).click();
    await leader.getByRole('menuitem', { name: 'Take away' }).click();
    await expect(leader.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(name) })).toHaveCount(0);
  });
});
