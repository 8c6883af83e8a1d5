import { expect, test } from '../support/test';
import { inDark, obstacles, settled } from '../support/axe';
import { chatAgent, available, thread, writing } from '../support/chatting';
import { pageOf, phone, wide } from '../support/people';
import { Visitor } from '../support/visitor';

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  test(`no serious obstacle while a chat is handled, in dialogs and in the dark, ${size}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const found: string[] = [];
    const agent = await chatAgent(browser, 'amber', 'Amber Willems', { viewport });
    const look = async (where: string) => { found.push(...(await obstacles(agent, where))); };
    await look('nothing in hand');
    await available(agent);
    const visitor = await Visitor.inShop(browser, { viewport });
    await visitor.ask('Does it fit?');
    await expect(agent.getByRole('button', { name: /Accept/ })).toBeVisible();
    await look('an offer');
    await agent.getByRole('button', { name: /Accept/ }).click();
    await expect(thread(agent).getByText('Does it fit?')).toBeVisible();
    await writing(agent).fill('It does.');
    await agent.keyboard.press('Control+Enter');
    await expect(visitor.bubble('It does.')).toBeVisible();
    await look('a chat');
    found.push(...(await obstacles(visitor.page, 'a chat in the widget')));
    await agent.getByRole('button', { name: 'Wrap up' }).click();
    await look('wrap-up');
    await inDark(agent);
    await look('wrap-up in the dark');
    await agent.getByRole('button', { name: 'Transfer' }).click();
    await expect(agent.getByRole('dialog', { name: 'Transfer' })).toBeVisible();
    await look('transfer in the dark');
    await agent.keyboard.press('Escape');
    await agent.keyboard.press('Escape');
    await expect(agent.getByRole('dialog', { name: 'Transfer' })).toBeHidden();
    await agent.keyboard.press('Control+k');
    await expect(agent.getByRole('dialog').first()).toBeVisible();
    await look('palette in the dark');
    await agent.keyboard.press('Escape');
    await agent.goto('/desk/mine');
    await look('my list in the dark');
    expect(found).toEqual([]);
  });
}

test('no serious obstacle in the dark, nor in the drawers of the settings', async ({ browser }) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  for (const [name, paths] of Object.entries({
    victor: ['/listen', '/follow-ups?whose=all', '/wall'],
    arno: ['/settings', '/settings/queues/new', '/settings/hours', '/settings/people', '/settings/web-chat', '/intake', '/outbox'],
  })) {
    const page = await pageOf(browser, name);
    await page.goto(paths[0]!);
    await inDark(page);
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      found.push(...(await obstacles(page, `${path} in the dark`)));
    }
  }
  expect(found).toEqual([]);
});
