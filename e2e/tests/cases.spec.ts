import { obstacles, settled } from '../support/axe';
import { answer, takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('two cases about the same thing are joined while somebody looks on, parted again and put back', async ({ browser }) => {
  const mark = Date.now();
  const from = `lot.${mark}@klant.example`;
  const first = `Pakket zoek ${mark}`;
  const second = `Waar blijft het ${mark}`;
  await sendMail({ from, to: 'service@demo.example', subject: first, text: 'Mijn pakket is zoek.' });
  await sendMail({ from, to: 'service@demo.example', subject: second, text: 'Waar blijft mijn pakket nou?' });
  const carla = await pageOf(browser, 'carla');
  await takeFromWaiting(carla, first);
  const onlooker = await pageOf(browser, 'daan');
  await onlooker.goto(carla.url());
  await expect(onlooker.getByRole('heading', { name: first })).toBeVisible();

  await carla.getByRole('button', { name: 'More about this case' }).click();
  await carla.getByRole('menuitem', { name: 'Join with another case …' }).click();
  const dialog = carla.getByRole('dialog', { name: /^Join case/ });
  const other = dialog.getByRole('radio', { name: new RegExp(second) });
  await other.click();
  await settled(carla);
  expect(await obstacles(carla, 'joining')).toEqual([]);
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('zelfde pakket');
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(carla.getByText(/joined this to case/)).toBeVisible();
  await expect(onlooker.getByText('A colleague put this conversation in another case')).toBeVisible();

  await answer(carla, 'Beste Lot, ik zoek het voor je uit.');
  await carla.getByRole('button', { name: 'Wrap up' }).click();
  const panel = carla.getByRole('complementary', { name: 'Wrap-up' });
  await expect(panel.getByText(/Another contact of this case is not ended yet/)).toBeVisible();
  await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
  await carla.getByRole('option').first().click();
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(carla.getByText('Ended. The case stays open for what is still in hand.')).toBeVisible();

  // on a phone, by keyboard
  const small = await pageOf(browser, 'carla', phone);
  await small.goto('/cases');
  await small.getByRole('searchbox', { name: 'Number, customer, address or order' }).fill(from);
  await expect(small.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await small.getByRole('link', { name: new RegExp(second) }).press('Enter');
  await expect(small.getByRole('article')).toHaveCount(2);
  await settled(small);
  expect(await obstacles(small, 'a case')).toEqual([]);
  await small.getByRole('article', { name: second }).getByRole('checkbox').press('Space');
  await small.getByRole('button', { name: 'Take 1 contact out …' }).press('Enter');
  const parting = small.getByRole('dialog', { name: 'Take a contact out of this case' });
  await parting.getByRole('button', { name: 'Take out' }).click();
  await expect(parting.getByRole('radiogroup', { name: /^How does case/ })).toBeVisible();
  await parting.getByRole('radio', { name: 'Waiting for the customer' }).check();
  await settled(small);
  expect(await obstacles(small, 'parting')).toEqual([]);
  await parting.getByRole('button', { name: 'Take out' }).click();
  await expect(small.getByRole('article')).toHaveCount(1);
  await small.getByRole('region', { name: 'Joined and parted' }).getByRole('listitem').first().getByRole('button', { name: 'Take back' }).click();
  await expect(small.getByRole('article')).toHaveCount(2);
});
