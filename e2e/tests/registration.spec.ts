import { obstacles, settled } from '../support/axe';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone, wide } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a contact is registered while one talks: a reason by suggestion, the cause with its process, and the case shows both', async ({ browser }) => {
  test.setTimeout(180_000);
  const mark = Date.now();
  const subject = `Pakket ${mark}`;
  const customer = `bezorgd.${mark}@klant.example`;
  await sendMail({ from: customer, to: 'service@demo.example', subject, text: 'Mijn bestelling zou gisteren bezorgd worden maar het pakket is er nog steeds niet. Waar blijft mijn pakket?' });
  const page = await pageOf(browser, 'sanne');
  await takeFromWaiting(page, subject);
  await page.getByRole('button', { name: 'Wrap up' }).click();
  const panel = page.getByRole('complementary', { name: 'Wrap-up' });
  const likely = panel.getByRole('group', { name: 'Probably this' });
  const first = likely.getByRole('button').first();
  await expect(first).toContainText(/like [\d,]+ earlier contact/);
  await settled(page);
  expect(await obstacles(page, 'suggestions')).toEqual([]);
  const reason = (await first.locator('span > span').first().innerText()).split('\n')[0]!;
  await first.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('combobox', { name: /Why did the customer come/ })).toHaveValue(reason);

  const processes = panel.getByRole('combobox', { name: 'In which of its processes?' });
  await expect(processes).toBeHidden();
  await panel.getByRole('combobox', { name: 'What made it necessary?' }).click();
  await page.getByRole('option', { name: 'Logistics' }).click();
  await processes.fill('carrier');
  await page.getByRole('option', { name: 'Delivery by the carrier' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Wrap up' }).click();
  // each choice was kept at once
  await expect(processes).toHaveValue('Delivery by the carrier');
  await panel.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(page.getByText('Solved. Well done.')).toBeVisible();

  const found = await new Api(page.request).get<{ items: { id: string }[] }>(`/api/cases?search=${encodeURIComponent(customer)}`);
  await page.goto(`/cases/${found.items[0]!.id}`);
  await expect(page.getByText(new RegExp(`Reason: .*${reason} · Cause: Logistics › Delivery by the carrier`))).toBeVisible();
});

for (const [size, viewport] of Object.entries({ wide, narrow: phone })) {
  test(`an administrator says what a department does, in Dutch, ${size}`, async ({ browser }) => {
    const mark = `${Date.now()}`;
    const page = await pageOf(browser, 'arno', viewport, 'nl');
    await page.goto('/settings/departments');
    await page.getByRole('button', { name: /^Klantenservice/ }).click();
    const form = page.getByRole('dialog', { name: 'Afdeling wijzigen' });
    await form.getByRole('button', { name: 'Proces toevoegen' }).click();
    const last = form.getByRole('group').last();
    await last.getByLabel('Naam in het Nederlands').fill(`Terugbellen ${mark}`);
    await settled(page);
    expect(await obstacles(page, 'processes')).toEqual([]);
    await form.getByRole('button', { name: 'Bewaren' }).click();
    await expect(form.getByText('Vul dit in')).toBeVisible();
    await last.getByLabel('Naam in het Engels').fill(`Calling back ${mark}`);
    await form.getByRole('button', { name: 'Bewaren' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole('button', { name: /^Klantenservice \d+ proces/ })).toBeVisible();
    await page.getByRole('button', { name: /^Klantenservice/ }).click();
    await form.getByRole('group', { name: `Terugbellen ${mark}` }).getByRole('switch', { name: 'Gearchiveerd' }).check();
    await form.getByRole('button', { name: 'Bewaren' }).click();
    await expect(form).toBeHidden();
  });
}

test('the reasons tell who changed what, and how the tree stood on a day', async ({ browser }) => {
  const mark = `${Date.now()}`;
  const page = await pageOf(browser, 'arno', wide, 'nl');
  await page.goto('/settings/reasons');
  await page.getByRole('button', { name: 'Reden toevoegen' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Naam in het Nederlands').fill(`Proef ${mark}`);
  await form.getByLabel('Naam in het Engels').fill(`Trial ${mark}`);
  await form.getByRole('button', { name: 'Bewaren' }).click();
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: `Proef ${mark}`, exact: true }).click();
  await form.getByLabel('Naam in het Nederlands').fill(`Proef af ${mark}`);
  await form.getByRole('switch', { name: 'Gearchiveerd' }).check();
  await form.getByRole('button', { name: 'Bewaren' }).click();
  await expect(form).toBeHidden();

  await page.reload();
  await page.getByRole('button', { name: 'Wijzigingen' }).click();
  const changes = page.getByRole('dialog', { name: 'Wijzigingen' });
  const newest = changes.getByRole('listitem').first();
  await expect(newest).toContainText(`Nederlandse naam "Proef ${mark}" werd "Proef af ${mark}"`);
  await expect(newest).toContainText(`"Proef af ${mark}" gearchiveerd`);
  await expect(newest).toContainText('Arno');
  await expect(changes.getByRole('listitem').nth(1)).toContainText(`"Proef ${mark}" toegevoegd`);
  await settled(page);
  expect(await obstacles(page, 'changes of reasons')).toEqual([]);
  await page.keyboard.press('Escape');

  await page.goto('/settings/reasons?on=2020-01-01');
  await expect(page.getByText('Op die dag nog geen redenen')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reden toevoegen' })).toBeHidden();
  await page.getByRole('button', { name: 'Toon hoe hij nu is' }).last().click();
  await expect(page.getByRole('button', { name: 'Reden toevoegen' })).toBeVisible();
});
