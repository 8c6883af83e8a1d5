import { obstacles, settled } from '../support/axe';
import { answer, takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a brand chooses what is done when a customer does not answer, and an agent leaves a case open', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const subject = `Does it work ${mark}`;
  const admin = await pageOf(browser, 'arno');
  const api = new Api(admin.request);
  const { user } = await api.get<{ user: { brands: { id: string; key: string }[] } }>('/api/session');
  const brand = user.brands.find((one) => one.key === 'brightnest')!.id;
  await admin.goto(`/settings/silence?brand=${brand}`);
  await expect(admin.getByRole('heading', { name: 'When a customer does not answer' })).toBeVisible();
  await expect(admin.getByText('Nothing is sent and nothing is solved by itself.')).toBeVisible();
  await admin.getByRole('button', { name: 'Set up and switch on' }).click();
  const form = admin.getByRole('dialog', { name: 'When a customer does not answer' });
  await expect(form.getByText('When you save this')).toBeVisible();
  const reminder = form.getByRole('region', { name: 'The reminder' }).getByLabel('In English');
  const usual = await reminder.inputValue();
  await reminder.fill('Are you there?');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/put \{date\} in it/)).toBeVisible();
  await settled(admin);
  expect(await obstacles(admin, 'setting up silence')).toEqual([]);
  await reminder.fill(usual);
  await form.getByRole('radio', { name: /only what begins to wait later/ }).check();
  await expect(form.getByText('None of them is reminded or solved.')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  try {
    await expect(admin.getByText('Reminder after 5 days, solved 7 days later')).toBeVisible();
    await expect(admin.getByRole('region', { name: 'The last 30 days' }).getByText('Solved without an answer')).toBeVisible();
    await settled(admin);
    expect(await obstacles(admin, 'silence')).toEqual([]);

    const page = await pageOf(browser, 'carla');
    await sendMail({ from: `quiet.${mark}@klant.example`, to: 'hello@demo.example', subject, text: 'My lamp is dark.' });
    await takeFromWaiting(page, subject);
    await answer(page, 'Does it work with another bulb?');
    await page.getByRole('button', { name: 'Wrap up' }).click();
    const panel = page.getByRole('complementary', { name: 'Wrap-up' });
    await panel.getByRole('combobox', { name: /Why did the customer come/ }).click();
    await page.getByRole('option').first().click();
    await panel.getByRole('button', { name: 'Wait for the customer', exact: true }).click();
    await expect(panel).toBeHidden();

    const small = await pageOf(browser, 'carla', phone);
    await small.goto('/cases');
    await small.getByRole('searchbox', { name: 'Number, customer, address or order' }).fill(`quiet.${mark}@klant.example`);
    await small.getByRole('main').getByRole('link').filter({ hasText: subject }).click();
    const line = small.getByRole('group', { name: 'When the customer does not answer' });
    await expect(line.getByText(/^Reminder on .* · solved on .* if nothing comes$/)).toBeVisible();
    await line.getByRole('button', { name: 'Leave this one open' }).click();
    await expect(line.getByText(/leaves this one open/)).toBeVisible();
    await settled(small);
    expect(await obstacles(small, 'a case left open')).toEqual([]);
    await line.getByRole('button', { name: 'By the rule after all' }).click();
    await expect(line.getByText(/^Reminder on/)).toBeVisible();
  } finally {
    const now = await api.get<object>(`/api/silence?brand=${brand}`);
    await api.put(`/api/silence?brand=${brand}`, { ...now, active: false, waitingToo: false });
  }
});
