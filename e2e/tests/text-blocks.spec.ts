import { obstacles, settled } from '../support/axe';
import { thread, writing } from '../support/chatting';
import { takeFromWaiting } from '../support/loop';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

test('a text block is made, used by keyboard, refused while a blank is left, sent, and archived', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now().toString(36);
  const shortcut = `geld${mark}`;
  const leader = await pageOf(browser, 'marijke');

  await test.step('a team leader makes a shared one, with a name filled in and a question', async () => {
    await leader.goto('/texts');
    await settled(leader);
    expect(await obstacles(leader, 'text blocks')).toEqual([]);
    await leader.getByRole('link', { name: 'New text block' }).click();
    await expect(leader.getByRole('heading', { name: 'New text block', level: 1 })).toBeVisible();
    await expect(leader.getByRole('radio', { name: 'Everybody of the brand' })).toBeChecked();
    await leader.getByLabel('Name').fill(`Geld terug ${mark}`);
    await leader.getByLabel('Shortcut').fill(shortcut);
    await leader.getByRole('combobox', { name: 'Brand' }).click();
    await leader.getByRole('option', { name: 'Lindenhof' }).click();
    await leader.getByRole('combobox', { name: 'Language' }).click();
    await leader.getByRole('option', { name: 'Dutch' }).click();
    const words = leader.getByRole('textbox', { name: 'Words' });
    await words.fill('Beste {voornaam}');
    await leader.getByRole('button', { name: 'Save' }).click();
    await expect(leader.getByText(/^Between braces may stand/)).toBeVisible();
    await words.fill('Beste ');
    await words.press('End');
    await leader.getByRole('button', { name: "customer's first name" }).click();
    await leader.keyboard.type(', je krijgt ');
    await leader.getByRole('button', { name: 'a question' }).click();
    await leader.keyboard.type('bedrag');
    await words.press('End');
    await leader.keyboard.type(' terug.');
    await expect(words).toHaveValue('Beste {firstName}, je krijgt {?bedrag} terug.');
    await expect(leader.getByRole('region', { name: 'In an answer' })).toContainText('Beste Anna, je krijgt bedrag terug.');
    await leader.getByRole('button', { name: 'Save' }).click();
    await expect(leader.getByRole('heading', { level: 1, name: `Geld terug ${mark}` })).toBeVisible();
    await settled(leader);
    expect(await obstacles(leader, 'a text block')).toEqual([]);
  });

  const page = await pageOf(browser, 'sanne');
  const subject = `Jas past niet ${mark}`;
  await sendMail({ from: `"Ida Smit" <ida.${mark}@klant.example>`, to: 'service@demo.example', subject, text: 'De jas past niet, ik wil hem graag terugsturen.' });
  await takeFromWaiting(page, subject);

  await test.step('an agent puts it in by keyboard; with a blank it does not leave', async () => {
    await writing(page).fill('');
    await writing(page).pressSequentially(`/${shortcut}`);
    await expect(page.getByRole('option', { name: new RegExp(`Geld terug ${mark}`) })).toHaveAttribute('aria-selected', 'true');
    expect(await obstacles(page, 'text blocks while writing')).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(writing(page)).toHaveValue('Beste Ida, je krijgt ⟦bedrag⟧ terug.');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(writing(page), 'as any other typing it can be undone').toHaveValue(`/${shortcut}`);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(writing(page)).toHaveValue('Beste Ida, je krijgt ⟦bedrag⟧ terug.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('alert').getByRole('button', { name: 'bedrag' })).toBeVisible();
    expect(await obstacles(page, 'an answer with a blank')).toEqual([]);
    await page.keyboard.type('€ 12,50');
    await expect(writing(page)).toHaveValue('Beste Ida, je krijgt € 12,50 terug.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(thread(page).getByText('Beste Ida, je krijgt € 12,50 terug.')).toBeVisible();
    await expect(writing(page)).toHaveValue('');
  });

  await test.step('one of her own is hers alone, also on a phone', async () => {
    const small = await pageOf(browser, 'sanne', phone);
    await small.goto('/texts/new');
    await expect(small.getByRole('heading', { name: 'New text block', level: 1 })).toBeVisible();
    await small.getByLabel('Name').fill(`Fijne dag ${mark}`);
    await small.getByLabel('Shortcut').fill(`dag${mark}`);
    await small.getByRole('textbox', { name: 'Words' }).fill('Fijne dag, {firstName}!');
    await small.getByRole('button', { name: 'Save' }).click();
    await expect(small.getByRole('heading', { level: 1, name: `Fijne dag ${mark}` })).toBeVisible();
    await small.context().close();
    await page.getByRole('button', { name: 'Text block', exact: true }).click();
    await page.keyboard.type(`Fijne dag ${mark}`);
    await page.getByRole('option', { name: new RegExp(`Fijne dag ${mark}`) }).click();
    await expect(writing(page)).toHaveValue('Fijne dag, Ida!');
    await writing(page).fill('');
    const colleague = new Api((await pageOf(browser, 'joris')).request);
    const seen = await colleague.get<{ items: { name: string }[] }>(`/api/text-blocks?search=${mark}`);
    expect(seen.items.map((one) => one.name)).toEqual([`Geld terug ${mark}`]);
  });

  await test.step('an archived one is offered no more', async () => {
    await leader.getByRole('button', { name: 'Archive' }).click();
    await expect(leader.getByText('This text block is offered nowhere.')).toBeVisible();
    await writing(page).pressSequentially(`/${shortcut}`);
    await expect(page.getByText('No text block with these words.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(writing(page)).toHaveValue(`/${shortcut}`);
    await writing(page).fill('');
  });
});
