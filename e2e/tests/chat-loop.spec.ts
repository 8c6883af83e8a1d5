import { expect, test } from '../support/test';
import { available, chatAgent, thread, writing } from '../support/chatting';
import { obstacles } from '../support/axe';
import { askEveryone, mailTo } from '../support/loop';
import { phone, pageOf } from '../support/people';
import { Visitor } from '../support/visitor';

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

test('a chat goes all the way round the loop, in Dutch', async ({ browser }) => {
  test.setTimeout(150_000);
  const stamp = Date.now();
  const customer = `sanne.${stamp}@klant.example`;
  const question = `Waar blijft mijn kussen ${stamp}?`;
  await askEveryone(browser);
  const agent = await chatAgent(browser, 'lotte', 'Lotte Claes', { language: 'nl' });
  await available(agent);
  const visitor = await Visitor.inShop(browser, { language: 'nl', customer });

  await test.step('the widget asks first what it is about, says how long it takes, and begins', async () => {
    await visitor.ask(question);
    await expect(visitor.frame.locator('.line')).toContainText(/Antwoord binnen|Open|We zijn er/);
  });
  await test.step('who waits is told by when he hears', async () => {
    await expect(visitor.frame.getByText(/je hoort van ons uiterlijk/)).toBeVisible();
  });
  await test.step('the chat is offered at the desk and taken with one key', async () => {
    await expect(agent.getByRole('region', { name: 'Een contact voor jou' })).toBeVisible();
    await agent.keyboard.press('a');
    await expect(thread(agent).getByText(question)).toBeVisible();
    await expect(visitor.frame.locator('#title')).toHaveText('Lotte');
  });
  await test.step('each sees that the other is typing, and that what was said is seen', async () => {
    await writing(agent).pressSequentially('Ik kijk even');
    await expect(visitor.frame.getByRole('img', { name: 'Lotte is aan het typen' })).toBeVisible();
    await agent.keyboard.press('Control+Enter');
    await expect(visitor.bubble('Ik kijk even')).toBeVisible();
    await expect(visitor.frame.locator('.meta', { hasText: 'Gezien' })).toBeVisible();
    await visitor.field.pressSequentially('Fijn');
    await expect(thread(agent).getByText('De klant typt…')).toBeVisible();
    await visitor.field.press('Enter');
    await expect(thread(agent).getByText('Fijn', { exact: true })).toBeVisible();
    await expect(thread(agent).getByText('Gelezen')).toHaveCount(0);
  });
  await test.step('files go both ways', async () => {
    await visitor.frame.locator('input[type=file]').setInputFiles({ name: 'kussen.png', mimeType: 'image/png', buffer: picture });
    await expect(visitor.frame.getByText('kussen.png')).toBeVisible();
    await visitor.write('Zo ziet het eruit');
    await expect(thread(agent).getByRole('img', { name: 'kussen.png' })).toBeVisible();
    await agent.locator('input[type=file]').setInputFiles({ name: 'retourlabel.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await writing(agent).fill('Hier is het retourlabel');
    await agent.keyboard.press('Control+Enter');
    await expect(visitor.frame.getByRole('button', { name: /retourlabel\.pdf/ })).toBeVisible();
  });
  await test.step('another page and a reload find the chat where it was', async () => {
    const before = await visitor.said();
    await visitor.page.getByRole('link', { name: /€/ }).first().click();
    await visitor.page.locator('button.launcher').click();
    await expect.poll(() => visitor.said()).toEqual(before);
    await visitor.page.reload();
    await visitor.page.locator('button.launcher').click();
    await expect.poll(() => visitor.said()).toEqual(before);
  });
  await test.step('why the customer came is registered while they talk, then the chat is closed', async () => {
    await agent.getByRole('button', { name: 'Rond af' }).click();
    const panel = agent.getByRole('complementary', { name: 'Afronden' });
    await panel.getByRole('combobox', { name: /Waarom kwam de klant/ }).click();
    await agent.getByRole('option').first().click();
    await visitor.write('Dank je wel');
    await expect(thread(agent).getByText('Dank je wel')).toBeVisible();
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Opgelost', exact: true }).click();
    // whoever is quicker than one reads is asked whether he saw the last words
    const closed = agent.getByText('Opgelost. Goed gedaan.');
    const anyway = panel.getByRole('button', { name: 'Sluit toch af' });
    await expect(closed.or(anyway).first()).toBeVisible();
    if (await anyway.isVisible()) await anyway.click();
    await expect(closed).toBeVisible();
    await expect(visitor.frame.getByText(/Lotte heeft deze chat afgesloten|sloot deze chat/)).toBeVisible();
  });
  const link = await test.step('the customer is asked by mail', async () => {
    const mail = await mailTo(await pageOf(browser, 'carla'), customer, 'invitation');
    const found = /https?:\/\/[^\s"]+(\/s\/[A-Za-z0-9._~-]+)/.exec(mail.text);
    expect(found).not.toBeNull();
    return found![1]!;
  });
  await test.step('the page that asks has no serious obstacle', async () => {
    const page = await (await browser.newContext({ viewport: phone, locale: 'nl-NL' })).newPage();
    await page.goto(link);
    expect(await obstacles(page, 'survey')).toEqual([]);
    await page.context().close();
  });
  await test.step('and answers on a phone, without script', async () => {
    const page = await (await browser.newContext({ viewport: phone, locale: 'nl-NL', javaScriptEnabled: false })).newPage();
    await page.goto(`${link}?score=2`);
    await page.getByRole('button').first().click();
    await page.getByRole('textbox').fill(`Kussen kwam te laat ${stamp}`);
    await page.locator('input[name=emotion][value=angry]').check({ force: true });
    await page.getByRole('button').first().click();
    await expect(page.getByText(/Dank/).first()).toBeVisible();
  });
  await test.step('the words reach the agent, the manager, and someone who follows up', async () => {
    await agent.goto('/results');
    await expect(agent.getByText(`Kussen kwam te laat ${stamp}`).first()).toBeVisible();
    const manager = await pageOf(browser, 'victor');
    await manager.goto('/listen');
    await expect(manager.getByText(`Kussen kwam te laat ${stamp}`).first()).toBeVisible();
    await manager.goto('/follow-ups?whose=all');
    await expect(manager.getByText(new RegExp(`Kussen kwam te laat ${stamp}|${customer}`)).first()).toBeVisible();
  });
});
