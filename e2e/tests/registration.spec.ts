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

test('how a case stands is said at wrap-up and changed on its page, in words that an administrator chose', async ({ browser }) => {
  test.setTimeout(180_000);
  const mark = `${Date.now()}`;
  const admin = await pageOf(browser, 'arno');
  await admin.goto('/settings/sub-states');
  await admin.getByRole('combobox', { name: 'Brand' }).click();
  await admin.getByRole('option', { name: 'Lindenhof' }).click();
  await expect(admin.getByText('Wants to think it over', { exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'Change the sub-states' }).click();
  const form = admin.getByRole('dialog', { name: 'Change the sub-states' });
  const waiting = form.getByRole('region', { name: 'Waiting for the customer' });
  await waiting.getByRole('button', { name: 'Add a sub-state' }).click();
  await waiting.getByRole('group').last().getByLabel('Name in Dutch').fill(`Op vakantie ${mark}`);
  await settled(admin);
  expect(await obstacles(admin, 'sub-states')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Fill this in')).toBeVisible();
  await waiting.getByRole('group').last().getByLabel('Name in English').fill(`On holiday ${mark}`);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(admin.getByRole('region', { name: 'Waiting for the customer' }).getByText(`On holiday ${mark}`)).toBeVisible();

  const subject = `Reparatie ${mark}`;
  const customer = `reparatie.${mark}@klant.example`;
  await sendMail({ from: customer, to: 'service@demo.example', subject, text: 'Ik stuur mijn waterkoker op voor reparatie.' });
  const page = await pageOf(browser, 'sanne', wide, 'nl');
  await page.goto('/desk/all');
  await page.getByRole('link', { name: new RegExp(subject) }).first().click();
  const wrapUp = page.getByRole('button', { name: 'Rond af' });
  const take = page.getByRole('button', { name: 'Pak op', exact: true });
  await expect(take.or(wrapUp).first()).toBeVisible();
  if (await take.isVisible()) await take.click();
  await wrapUp.click();
  const panel = page.getByRole('complementary', { name: 'Afronden' });
  await panel.getByRole('combobox', { name: /Waarom kwam de klant/ }).fill('werkt niet goed');
  await page.getByRole('option', { name: /Product werkt niet goed/ }).click();
  await panel.getByRole('combobox', { name: /Hoe staat de zaak ervoor/ }).fill('nadenken');
  await page.getByRole('option', { name: 'Wil er nog over nadenken' }).click();
  await panel.getByRole('button', { name: 'Wacht op de klant', exact: true }).click();
  await expect(panel).toBeHidden();
  await page.goto('/desk/closed');
  await page.getByRole('link', { name: new RegExp(subject) }).first().click();
  await expect(page.getByText('Wacht op klant · Wil er nog over nadenken')).toBeVisible();

  const found = await new Api(page.request).get<{ items: { id: string }[] }>(`/api/cases?search=${encodeURIComponent(customer)}`);
  await page.goto(`/cases/${found.items[0]!.id}`);
  await expect(page.getByText('Wacht op klant · Wil er nog over nadenken')).toBeVisible();
  const standing = page.getByRole('region', { name: 'Hoe staat de zaak ervoor?' });
  await standing.getByRole('combobox').fill('vakantie');
  await page.getByRole('option', { name: `Op vakantie ${mark}` }).click();
  await expect(standing.getByText(`Wil er nog over nadenken werd Op vakantie ${mark}`)).toBeVisible();
  await settled(page);
  expect(await obstacles(page, 'case with a sub-state')).toEqual([]);

  await page.goto(`/cases?q=${encodeURIComponent(customer)}`);
  await expect(page.getByRole('link', { name: new RegExp(`${subject}.*Op vakantie ${mark}`) })).toBeVisible();
});
