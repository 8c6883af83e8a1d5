import { takeFromWaiting } from '../support/loop';
import { pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

const tilted = { width: phone.height, height: phone.width };
const wide = { width: 1440, height: 900 };

test('a phone that is tilted and a window that gets wider or narrower lose no word that was typed', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Kantel ${mark}`;
  await sendMail({ from: `kim.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Mijn pakket is weg.' });
  const carla = await pageOf(browser, 'carla', phone);
  await takeFromWaiting(carla, subject);

  await carla.getByRole('button', { name: 'Ask a department' }).click();
  const question = carla.getByRole('dialog', { name: 'Ask a department' }).getByRole('textbox', { name: 'Question' });
  await question.fill('Where is it?');
  for (const size of [tilted, wide, tilted, phone]) {
    await carla.setViewportSize(size);
    await expect(question).toHaveValue('Where is it?');
    await expect(question).toBeFocused();
  }
  await carla.keyboard.press('Escape');

  await carla.getByRole('button', { name: 'Transfer' }).click();
  const word = carla.getByRole('dialog', { name: /Transfer/ }).getByRole('textbox');
  await word.last().fill('Knows the courier');
  await carla.setViewportSize(tilted);
  await expect(word.last()).toHaveValue('Knows the courier');
  await carla.keyboard.press('Escape');

  await carla.setViewportSize(phone);
  await carla.getByRole('button', { name: 'Promise the customer something' }).click();
  const promise = carla.getByRole('dialog', { name: 'Promise the customer something' });
  await promise.getByRole('button', { name: 'Something else' }).click();
  const said = promise.getByRole('textbox', { name: 'In your own words' });
  await said.fill('You hear from me');
  await carla.setViewportSize(wide);
  await expect(said).toHaveValue('You hear from me');
  await carla.keyboard.press('Escape');

  // what stands beside the conversation moves along as well
  await carla.getByRole('button', { name: 'Wrap up' }).click();
  const panel = carla.getByRole('complementary', { name: 'Wrap-up' });
  await panel.getByRole('button', { name: 'Keep the case open' }).click();
  const comesBack = panel.getByLabel('Moment');
  await comesBack.fill('2031-05-04T10:00');
  await carla.setViewportSize(phone);
  await expect(comesBack).toHaveValue('2031-05-04T10:00');
  await expect(comesBack).toBeFocused();
  await carla.setViewportSize(wide);
  await expect(comesBack).toHaveValue('2031-05-04T10:00');
});
