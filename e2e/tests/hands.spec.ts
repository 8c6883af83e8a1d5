import { expect, test } from '../support/test';
import { available, chatAgent, thread, writing } from '../support/chatting';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { Visitor } from '../support/visitor';

test('the keyboard alone finds, takes, answers and wraps up a contact', async ({ browser }) => {
  const subject = `Keys only ${Date.now()}`;
  await sendMail({ from: `keys.${Date.now()}@klant.example`, to: 'service@demo.example', subject, text: 'Where is it?' });
  const page = await pageOf(browser, 'carla');
  const key = page.keyboard;
  await page.goto('/live');
  await expect(page.getByRole('heading', { name: 'Live', exact: true })).toBeVisible();

  await key.press('g');
  await key.press('d');
  await expect(page).toHaveURL(/\/desk/);
  await page.goto('/desk/all');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await key.press('/');
  await key.type(subject);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await key.press('Escape');
  await key.press('j');
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  await key.press('c');
  await expect(page.getByRole('button', { name: 'Wrap up' })).toBeVisible();

  await key.press('r');
  await key.type('It comes tomorrow.');
  await key.press('Control+Enter');
  await expect(thread(page).getByText('It comes tomorrow.')).toBeVisible();
  await expect(writing(page)).toHaveValue('');
  await key.press('Escape');

  await key.press('w');
  await expect(page.getByRole('complementary', { name: 'Wrap-up' })).toBeFocused();
  await key.press('Tab');
  await key.press('Tab');
  await expect(page.getByRole('combobox', { name: /Why did the customer come/ })).toBeFocused();
  await key.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await key.press('ArrowDown');
  await key.press('Enter');
  await expect(page.getByRole('combobox', { name: /Why did the customer come/ })).not.toHaveValue('');
  await key.press('Escape');
  await key.press('e');
  await expect(page.getByRole('button', { name: 'Solved', exact: true })).toBeFocused();
  await key.press('Enter');
  await expect(page.getByText('Solved. Well done.')).toBeVisible();
  await expect(page.getByRole('region', { name: subject })).toBeFocused();
});

test('on a phone an agent takes, answers and closes a chat', async ({ browser }) => {
  const agent = await chatAgent(browser, 'jasmien', 'Jasmien De Smet', { viewport: phone });
  await available(agent);
  const visitor = await Visitor.inShop(browser, { viewport: phone });
  await visitor.ask('Do you have it in green?');
  await agent.getByRole('button', { name: /Accept/ }).click();
  await expect(thread(agent).getByText('Do you have it in green?')).toBeVisible();
  await writing(agent).fill('Yes, and in blue.');
  await agent.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(visitor.bubble('Yes, and in blue.')).toBeVisible();
  await agent.getByRole('link', { name: 'Show the customer' }).click();
  await expect(agent.getByRole('complementary', { name: 'Customer' })).toBeVisible();
  await agent.getByRole('link', { name: 'Back to the conversation' }).click();
  await agent.getByRole('button', { name: 'Wrap up' }).click();
  const panel = agent.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await agent.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(agent.getByText('Solved. Well done.')).toBeVisible();
  const wider = await agent.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(1);
});

test('a transfer says that the colleague is off, and a case that is kept open says when it comes back', async ({ browser }) => {
  const subject = `Kept open ${Date.now()}`;
  await sendMail({ from: `open.${Date.now()}@klant.example`, to: 'service@demo.example', subject, text: 'Has it been found?' });
  const page = await pageOf(browser, 'carla');
  await takeFromWaiting(page, subject);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Transfer' });
  await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('Off');
  await page.getByRole('option', { name: /· Off$/ }).first().click();
  await expect(dialog.getByRole('status')).toContainText('is not there now');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();

  await page.keyboard.press('w');
  const panel = page.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await page.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Keep the case open' }).click();
  await expect(panel.getByRole('button', { name: 'Tomorrow 9:00' })).toBeFocused();
  await panel.getByRole('button', { name: /^Keep open until/ }).click();
  await expect(page.getByText(/The case comes back to you/)).toBeVisible();
  await page.goto('/desk/closed');
  await expect(page.getByRole('link', { name: new RegExp(subject) }).first()).toContainText('Back');
});
