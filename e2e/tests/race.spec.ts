import { expect, test } from '@playwright/test';
import { pageOf } from '../support/people';
import { sendMail } from '../support/smtp';

test('two agents race for one contact: one has it, the other is told who, and nobody answers twice', async ({ browser }) => {
  const subject = `Wie is eerst ${Date.now()}`;
  await sendMail({ from: `race.${Date.now()}@klant.example`, to: 'service@demo.example', subject, text: 'Help' });
  const one = await pageOf(browser, 'marijke');
  const two = await pageOf(browser, 'carla');
  for (const page of [one, two]) {
    await page.goto('/desk/all');
    await page.getByRole('link', { name: new RegExp(subject) }).first().click();
    await expect(page.getByRole('textbox', { name: 'Write to the customer' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Write to the customer' }).fill('Ik help je');
  }
  // a key waits for nothing; the button of the slower one is off once the other's answer is there
  await Promise.all([one, two].map((page) => page.keyboard.press('Control+Enter')));
  await expect.poll(async () => {
    const texts = await Promise.all([one, two].map((page) => page.getByText(/answered while you were writing|has answered meanwhile/).count()));
    return texts.filter((count) => count > 0).length;
  }).toBe(1);
  await expect.poll(async () => {
    const texts = await Promise.all([one, two].map((page) => page.getByRole('textbox', { name: 'Write to the customer' }).inputValue()));
    return texts.filter((text) => text === 'Ik help je').length;
  }).toBe(1);
});
