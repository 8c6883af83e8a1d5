import type { Locator, Page } from '@playwright/test';
import { obstacles, settled } from '../support/axe';
import { available, chatAgent, thread } from '../support/chatting';
import { whileOpen } from '../support/hours';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';
import { Visitor } from '../support/visitor';

const customer = (page: Page) => page.getByRole('complementary', { name: 'Customer' });

async function fillStep(step: Locator, what: { nl: string; en?: string }, say?: { nl: string; en: string }) {
  await step.getByLabel('What to do in Dutch').fill(what.nl);
  if (what.en) await step.getByLabel('What to do in English').fill(what.en);
  if (!say) return;
  await step.getByLabel('Words for the customer in Dutch').fill(say.nl);
  await step.getByLabel('Words for the customer in English').fill(say.en);
}

test('a guideline is written, found beside a conversation, deviated from for a customer, and learned from', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const owner = await pageOf(browser, 'mieke');

  await test.step('its owner writes it in both languages; what is not complete is not published', async () => {
    await owner.goto('/guidelines');
    await settled(owner);
    expect(await obstacles(owner, 'guidelines')).toEqual([]);
    await owner.getByRole('link', { name: 'New guideline' }).click();
    await expect(owner.getByRole('heading', { name: 'New guideline', level: 1 })).toBeVisible();
    await owner.getByRole('combobox', { name: 'Brand' }).click();
    await owner.getByRole('option', { name: 'Lindenhof' }).click();
    await owner.getByLabel('Title in Dutch').fill(`Kleur valt tegen ${mark}`);
    await owner.getByLabel('Purpose in Dutch').fill('Samen kijken wat wel past');
    await owner.getByLabel('Purpose in English').fill('See together what does suit');
    await owner.getByLabel('What the customer may expect in Dutch').fill('Een staal is morgen onderweg');
    await owner.getByLabel('What the customer may expect in English').fill('A sample is on its way tomorrow');
    await fillStep(owner.getByRole('group', { name: 'Step 1' }), { nl: 'Vraag in welk licht', en: 'Ask in which light' }, { nl: `In welk licht staat hij? ${mark}`, en: `In which light does it stand? ${mark}` });
    await owner.getByRole('button', { name: 'Add a step' }).click();
    await fillStep(owner.getByRole('group', { name: 'Step 2' }), { nl: 'Stuur een staal' });
    await owner.getByRole('combobox', { name: 'Reasons' }).fill('Question about');
    await owner.getByRole('option', { name: 'Product › Question about a product' }).click();
    await owner.keyboard.press('Escape');
    await owner.getByRole('button', { name: 'Save draft' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: `Kleur valt tegen ${mark}` })).toBeVisible();
    await owner.getByRole('button', { name: 'Publish' }).click();
    await expect(owner.getByText('Fill this in').first()).toBeVisible();
    await owner.getByLabel('Title in English').fill(`Colour disappoints ${mark}`);
    await owner.getByRole('group', { name: 'Step 2' }).getByLabel('What to do in English').fill('Send a sample');
    await owner.getByRole('button', { name: 'Publish' }).click();
    await expect(owner.getByText('Version 1', { exact: true })).toBeVisible();
    await owner.reload();
    await settled(owner);
    expect(await obstacles(owner, 'a guideline')).toEqual([]);
  });

  const page = await pageOf(browser, 'sanne');
  const subject = `Lamp is groener dan gedacht ${mark}`;
  await sendMail({ from: `ida.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'De lamp is groener dan op de foto.' });
  await takeFromWaiting(page, subject);
  const beside = customer(page).getByRole('region', { name: 'Guidelines' });

  await test.step('it stands beside the conversation once the reason is registered', async () => {
    await expect(beside.getByRole('button', { name: new RegExp(`Colour disappoints ${mark}`) })).toHaveCount(0);
    await page.keyboard.press('w');
    const panel = page.getByRole('complementary', { name: 'Wrap-up' });
    await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
    await page.getByRole('option', { name: 'Question about a product' }).click();
    await expect(beside.getByRole('button', { name: new RegExp(`Colour disappoints ${mark}`) })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('its words go into the answer in the language of the customer, and a deviation says why', async () => {
    const fold = beside.getByRole('button', { name: /^Guidelines/ });
    await fold.focus();
    await page.keyboard.press('Enter');
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('u');
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    await beside.getByRole('button', { name: new RegExp(`Colour disappoints ${mark}`) }).click();
    await expect(beside.getByText('A sample is on its way tomorrow')).toBeVisible();
    await beside.getByRole('button', { name: 'Put in my answer: Ask in which light' }).click();
    await expect(page.getByRole('textbox', { name: 'Write to the customer' })).toHaveValue(`In welk licht staat hij? ${mark}`);
    await beside.getByRole('checkbox', { name: 'Ask in which light' }).click();
    await expect(beside.getByRole('checkbox', { name: 'Ask in which light' })).toBeChecked();
    await beside.getByRole('button', { name: 'Did otherwise: Send a sample' }).click();
    await beside.getByRole('button', { name: 'Note it' }).click();
    await expect(beside.getByText('Say in a few words why')).toBeVisible();
    await beside.getByRole('textbox', { name: 'Why' }).fill(`Zij komt langs in de winkel ${mark}`);
    await page.keyboard.press('Enter');
    await expect(beside.getByText(`Done otherwise: Zij komt langs in de winkel ${mark}`)).toBeVisible();
    await beside.getByRole('button', { name: 'Followed', exact: true }).click();
    await expect(beside.getByRole('button', { name: 'Followed', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await settled(page);
    expect(await obstacles(page, 'a guideline beside a conversation')).toEqual([]);
  });

  await test.step('on a phone, and in Dutch, it is the same one, and its words reach the answer', async () => {
    const small = await pageOf(browser, 'sanne', phone, 'nl');
    await small.goto(`${new URL(page.url()).pathname}/customer`);
    const richtlijnen = small.getByRole('region', { name: 'Richtlijnen' });
    await richtlijnen.getByRole('button', { name: new RegExp(`Kleur valt tegen ${mark}`) }).click();
    await expect(richtlijnen.getByRole('checkbox', { name: 'Vraag in welk licht' })).toBeChecked();
    await settled(small);
    expect(await obstacles(small, 'a guideline on a phone')).toEqual([]);
    await richtlijnen.getByRole('button', { name: 'Overslaan: Vraag in welk licht' }).click();
    await expect(beside.getByRole('checkbox', { name: 'Ask in which light' })).not.toBeChecked();
    await richtlijnen.getByRole('button', { name: 'Zet in mijn antwoord: Vraag in welk licht' }).click();
    await expect(small.getByRole('textbox', { name: 'Schrijf aan de klant' })).toHaveValue(new RegExp(`In welk licht staat hij\\? ${mark}`));
    await small.context().close();
  });

  await test.step('its owner reads why, in Dutch on a phone, and notes what was learned', async () => {
    const small = await pageOf(browser, 'mieke', phone, 'nl');
    await small.goto('/guidelines/deviations');
    const deviation = small.getByRole('article').filter({ hasText: String(mark) });
    await expect(deviation.getByText(`Zij komt langs in de winkel ${mark}`)).toBeVisible();
    await expect(deviation).not.toContainText('Sanne');
    await settled(small);
    expect(await obstacles(small, 'deviations')).toEqual([]);
    await deviation.getByRole('button', { name: /^Bekeken/ }).click();
    await deviation.getByRole('textbox', { name: 'Wat we ervan leren' }).fill('Stap 2 noemt nu ook de winkel');
    await deviation.getByRole('button', { name: 'Vink af' }).click();
    await expect(deviation).toBeHidden();
    await small.goto(`/guidelines/deviations?shown=handled&q=${mark}`);
    await expect(small.getByText('Stap 2 noemt nu ook de winkel')).toBeVisible();
    await small.context().close();
  });

  await test.step('a new version says what changed, and what was learned from stays as it was', async () => {
    await new Api(owner.request).patch('/api/session', { locale: 'en' });
    await new Api(page.request).patch('/api/session', { locale: 'en' });
    await owner.reload();
    await owner.getByRole('group', { name: 'Step 2' }).getByLabel('What to do in English').fill('Send a sample, or invite to the shop');
    await owner.getByLabel('What changed, and why').fill('Some would rather see it');
    await owner.getByRole('button', { name: 'Publish' }).click();
    await expect(owner.getByText('Version 2', { exact: true })).toBeVisible();
    await expect(beside.getByText('Version 2 holds since; this talk began with this one.')).toBeVisible();
    await page.reload();
    await beside.getByRole('button', { name: new RegExp(`Colour disappoints ${mark}`) }).click();
    await expect(beside.getByText(/learned from/)).toBeVisible();
    await expect(beside.getByRole('checkbox', { name: 'Send a sample' })).toBeDisabled();
    await owner.getByRole('button', { name: 'Archive' }).click();
    await expect(owner.getByText('This guideline is not used any more.', { exact: false })).toBeVisible();
  });
});

test('the phases of a talk are a help in a chat where a brand wants them, and nobody is held to them', async ({ browser }) => {
  test.setTimeout(150_000);
  const mark = Date.now();
  const agent = await chatAgent(browser, 'oliver', 'Oliver Bennett');
  await available(agent);
  await whileOpen(browser, 'brightnest', 'webchat', async () => {
    const visitor = await Visitor.inShop(browser, { language: 'en', customer: `ann.${mark}@klant.example`, brand: 'brightnest' });
    await visitor.ask(`Does it fit a small room? ${mark}`);
    await agent.getByRole('button', { name: /Accept/ }).click();
    await expect(thread(agent).getByText(String(mark))).toBeVisible();
    const phases = agent.getByRole('navigation', { name: 'Phases of the talk' });
    await phases.getByRole('button', { name: 'Work it out' }).click();
    await expect(phases.getByText('Tell what will happen, and when', { exact: false })).toBeVisible();
    await thread(agent).click();
    await agent.keyboard.press('[');
    await expect(phases.getByRole('button', { name: 'Set the goal' })).toHaveAttribute('aria-current', 'step');
    await settled(agent);
    expect(await obstacles(agent, 'phases of a talk')).toEqual([]);
    await agent.reload();
    await expect(phases.getByRole('button', { name: 'Set the goal' })).toHaveAttribute('aria-current', 'step');
    await phases.getByRole('button', { name: 'Set the goal' }).click();
    await expect(phases.getByRole('button', { name: 'Set the goal' })).not.toHaveAttribute('aria-current', 'step');
  });
});

test('a manager names the phases of a brand', async ({ browser }) => {
  const page = await pageOf(browser, 'victor', phone, 'nl');
  await page.goto('/settings/phases');
  await settled(page);
  expect(await obstacles(page, 'phases')).toEqual([]);
  const all = page.getByRole('group', { name: /^Fase \d/ });
  const before = await all.count();
  await page.getByRole('button', { name: 'Fase toevoegen' }).click();
  const last = all.nth(before);
  await last.getByLabel('Naam in het Nederlands').fill('Napraten');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(last.getByText('Vul dit in')).toBeVisible();
  await last.getByLabel('Naam in het Engels').fill('Afterwards');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Bewaard').first()).toBeVisible();
  await last.getByRole('button', { name: /^Fase \d verwijderen/ }).click();
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(all).toHaveCount(before);
});
