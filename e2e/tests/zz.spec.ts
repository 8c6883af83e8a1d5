import { expect, test } from '@playwright/test';
import { takeFromWaiting } from '../support/loop';
import { pageOf } from '../support/people';
import { sendMail } from '../support/smtp';

test('look', async ({ browser }) => {
  const stamp = Date.now();
  const subject = `Adres wijzigen ${stamp}`;
  for (const [lang, viewport] of [['nl', { width: 1440, height: 900 }], ['en', { width: 390, height: 844 }]] as const) {
    const agent = await pageOf(browser, 'carla', viewport, lang);
    await agent.goto('/desk/all');
    if (lang === 'nl') await sendMail({ from: `anna.${stamp}@klant.example`, to: 'service@demo.example', subject, text: 'Stuur het pakje naar een ander adres', headers: { 'Reply-To': 'dief@elders.example', Cc: 'buurvrouw.met.een.lange.naam@ergens-anders.example' } });
    await agent.getByRole('link', { name: new RegExp(subject) }).first().click();
    await agent.waitForTimeout(2000);
    await agent.screenshot({ path: `/tmp/rec-${lang}.png` });
    const add = agent.getByRole('button', { name: /buurvrouw/ }).first();
    await add.click();
    await agent.waitForTimeout(1500);
    await agent.screenshot({ path: `/tmp/rec2-${lang}.png` });
  }
});
