import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('what matters to a customer is written down once and seen at his next contact, as is that he came before', async ({ browser }) => {
  const mark = Date.now();
  const from = `bo.${mark}@klant.example`;
  const mail = (subject: string) => sendMail({ from, to: 'service@demo.example', subject, text: 'Kunnen jullie helpen?' });
  await mail(`Zwembroek ${mark}`);
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, `Zwembroek ${mark}`);
  await expect(carla.getByText('Contacted us')).toHaveCount(0);
  const beside = carla.getByRole('complementary', { name: 'Customer' });
  await beside.getByRole('button', { name: 'What matters to this customer' }).focus();
  await carla.keyboard.press('Enter');
  await carla.keyboard.type('Een cadeau voor zijn neefje 🏊');
  await beside.getByRole('button', { name: 'Save' }).click();
  await expect(beside.getByText('Een cadeau voor zijn neefje 🏊')).toBeVisible();

  await mail(`Verkeerde maat ${mark}`);
  const joris = await pageOf(browser, 'joris');
  await takeFromWaiting(joris, `Verkeerde maat ${mark}`);
  await expect(joris.getByText('Een cadeau voor zijn neefje 🏊')).toBeVisible();
  const before = joris.getByRole('note').filter({ hasText: 'Contacted us' });
  await expect(before.getByRole('link', { name: `Zwembroek ${mark}` })).toBeVisible();
  await settled(joris);
  expect(await obstacles(joris, 'a customer who came before')).toEqual([]);

  // on a phone it stands on the customer's page, where it can be taken away and put back
  const small = await pageOf(browser, 'carla', phone);
  await small.goto(`/customers?text=${encodeURIComponent(from)}`);
  await small.getByRole('link', { name: new RegExp(from) }).first().click();
  await small.getByRole('button', { name: /^Take away: Een cadeau/ }).click();
  await expect(joris.getByText('Een cadeau voor zijn neefje 🏊')).toBeHidden();
  await small.getByRole('button', { name: 'Undo' }).click();
  await expect(joris.getByText('Een cadeau voor zijn neefje 🏊')).toBeVisible();
});
