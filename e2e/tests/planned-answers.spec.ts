import { expect, test, type Page } from '@playwright/test';
import { obstacles } from '../support/axe';
import { mailTo, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf } from '../support/people';
import { sendMail } from '../support/smtp';

const box = (page: Page) => page.getByRole('textbox', { name: 'Write to the customer' });
const thread = (page: Page) => page.getByRole('log', { name: 'Messages' });
const idOf = (customer: string) => `<first.${customer}>`;

async function asks(page: Page, subject: string, from: string) {
  await sendMail({ from, to: 'service@demo.example', subject, text: 'Kan ik hem nog ruilen?', headers: { 'Message-ID': idOf(from) } });
  await page.goto('/desk/all');
  await page.getByRole('link', { name: new RegExp(subject) }).first().click();
  await expect(box(page)).toBeVisible();
}

test('an answer is taken back by key before it leaves, changed, and leaves', async ({ browser }) => {
  const stamp = Date.now();
  const customer = `terug.${stamp}@klant.example`;
  const agent = await pageOf(browser, 'carla');
  let seconds = 60;
  await agent.route('**/planned-replies', (route) => route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), takeBackSeconds: seconds }) }));
  await asks(agent, `Ruilen ${stamp}`, customer);
  await box(agent).fill('Dat kan tot maandag 🙂');
  await box(agent).press('Control+Enter');
  await expect(box(agent)).toHaveValue('');
  await expect(thread(agent).getByText(/Leaves in \d+ s/)).toBeVisible();
  expect(await obstacles(agent)).toEqual([]);
  await box(agent).press('Escape');
  await agent.keyboard.press('z');
  await expect(box(agent)).toHaveValue('Dat kan tot maandag 🙂');
  await expect(thread(agent).getByText(/Leaves in/)).toHaveCount(0);

  await box(agent).fill('Dat kan tot dinsdag 🙂');
  seconds = 1;
  await box(agent).press('Control+Enter');
  expect((await mailTo(agent, customer, 'conversation')).text).toContain('Dat kan tot dinsdag');
  await expect(thread(agent).getByText('Dat kan tot dinsdag 🙂')).toHaveCount(1);
  await expect(thread(agent).getByText('Dat kan tot maandag 🙂')).toHaveCount(0);
  await wrapUpAsSolved(agent);
});

test('an answer waits for tomorrow where all see it; the customer writes and its words come back; the next is sent now by a colleague', async ({ browser }) => {
  const stamp = Date.now();
  const customer = `later.${stamp}@klant.example`;
  const subject = `Bellen ${stamp}`;
  const [agent, colleague] = [await pageOf(browser, 'carla'), await pageOf(browser, 'mieke')];
  await asks(agent, subject, customer);
  await colleague.goto(new URL(agent.url()).pathname);
  await expect(box(colleague)).toBeVisible();
  const later = async (words: string, moment: string) => {
    await box(agent).fill(words);
    await agent.getByRole('button', { name: 'Send later' }).click();
    await agent.getByRole('menuitem', { name: moment }).click();
  };

  await later('Morgen weet ik meer.', 'In an hour');
  for (const page of [agent, colleague]) await expect(thread(page).getByText(/Will be sent .*, by Carla/)).toBeVisible();
  await sendMail({ from: customer, to: 'service@demo.example', subject: `Re: ${subject}`, text: 'Laat maar, gevonden', headers: { References: idOf(customer) } });
  await expect(thread(agent).getByText('Not sent: the customer wrote meanwhile')).toBeVisible();
  await thread(agent).getByRole('button', { name: 'Back to the answer box' }).click();
  await expect(box(agent)).toHaveValue('Morgen weet ik meer.');
  // what was written before the customer wrote again leaves only once that is read
  await agent.getByRole('button', { name: 'I have read it' }).click();

  await box(agent).fill('Fijn!');
  await agent.getByRole('button', { name: 'Send later' }).click();
  await agent.getByRole('menuitem', { name: 'Another moment…' }).click();
  const when = agent.getByRole('dialog', { name: 'Send later' });
  await when.getByLabel('When it leaves').fill('2020-01-01T09:00');
  await when.getByRole('button', { name: 'Send later' }).click();
  await expect(when.getByText('Choose a moment that is still to come')).toBeVisible();
  const next = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await when.getByLabel('When it leaves').fill(`${next}T09:00`);
  await when.getByRole('button', { name: /Send .*09:00/ }).click();
  await expect(when).toHaveCount(0);
  await thread(colleague).getByRole('button', { name: 'Send now' }).click();
  expect((await mailTo(agent, customer, 'conversation')).text).toContain('Fijn!');
  await expect(thread(agent).getByText(/Mieke .* sent an answer of Carla/)).toBeVisible();
  await takeFromWaiting(agent, subject);
  await wrapUpAsSolved(agent);
});
