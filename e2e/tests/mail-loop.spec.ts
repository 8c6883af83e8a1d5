import { expect, test } from '@playwright/test';
import { answer, askEveryone, mailTo, takeFromWaiting, wrapUpAsSolved } from '../support/loop';
import { pageOf } from '../support/people';
import { sendMail } from '../support/smtp';

test('a mail goes all the way round the loop', async ({ browser }) => {
  const stamp = Date.now();
  const customer = `anna.${stamp}@klant.example`;
  const subject = `Lamp stuk ${stamp}`;
  await askEveryone(browser);
  const agent = await pageOf(browser, 'carla');
  await agent.goto('/desk/all');

  await test.step('the mail appears at the desk by itself', async () => {
    await sendMail({ from: customer, to: 'service@demo.example', subject, text: 'De lamp kwam stuk aan 😢. Wat nu?' });
    await expect(agent.getByRole('link', { name: new RegExp(subject) }).first()).toBeVisible();
  });
  await test.step('the customer hears by when an answer comes', async () => {
    expect((await mailTo(agent, customer, 'acknowledgement')).text.length).toBeGreaterThan(20);
  });
  await test.step('the agent answers and the answer leaves', async () => {
    await takeFromWaiting(agent, subject);
    await expect(agent.getByText('De lamp kwam stuk aan 😢').first()).toBeVisible();
    await answer(agent, 'We sturen vandaag een nieuwe lamp.');
    expect((await mailTo(agent, customer, 'conversation')).text).toContain('We sturen vandaag een nieuwe lamp.');
    await wrapUpAsSolved(agent);
  });
  const link = await test.step('the customer is asked', async () => {
    const mail = await mailTo(agent, customer, 'invitation');
    const found = /https?:\/\/[^\s"]+(\/s\/[A-Za-z0-9._~-]+)/.exec(mail.text);
    expect(found).not.toBeNull();
    return found![1]!;
  });
  await test.step('a scanner that follows the link gives no answer; the customer does, on a phone', async () => {
    await (await browser.newContext()).request.get(`${link}?score=10`);
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL', javaScriptEnabled: false })).newPage();
    await phone.goto(`${link}?score=3`);
    await phone.getByRole('button').first().click();
    await phone.getByRole('textbox').fill(`Te lang gewacht ${stamp}`);
    await phone.locator('input[name=emotion][value=disappointed]').check({ force: true });
    await phone.getByRole('button').first().click();
    await expect(phone.getByText(/Bedankt|Dank/).first()).toBeVisible();
  });
  await test.step('the words reach the person who helped', async () => {
    await agent.goto('/results');
    await expect(agent.getByText(`Te lang gewacht ${stamp}`).first()).toBeVisible();
  });
  await test.step('the manager sees them in Listen, and the dissatisfied customer as work with an owner', async () => {
    const manager = await pageOf(browser, 'victor');
    await manager.goto('/listen');
    await expect(manager.getByText(`Te lang gewacht ${stamp}`).first()).toBeVisible();
    await manager.goto('/follow-ups?whose=all');
    await expect(manager.getByText(new RegExp(`Te lang gewacht ${stamp}|${customer}`)).first()).toBeVisible();
  });
});
