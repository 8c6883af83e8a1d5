import { obstacles } from '../support/axe';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

interface Row { contact: string; subject: string; brand: string; state: string }

test('the team leader opens what waits in a queue, acts on several, and reads what a colleague took meanwhile', async ({ browser }) => {
  const mark = `line${Date.now()}`;
  const administrator = await pageOf(browser, 'arno');
  const arno = new Api(administrator.request);
  const leader = await pageOf(browser, 'carla');
  const carla = new Api(leader.request);
  const agent = new Api((await pageOf(browser, 'mieke')).request);

  for (const nr of [1, 2, 3]) await sendMail({ from: `${mark}.${nr}@post.example`, to: 'service@demo.example', subject: `${mark} letter ${nr}`, text: 'Where is it?' });
  const found = async () => (await carla.get<{ items: Row[] }>(`/api/desk/found?text=${mark}`)).items.sort((a, b) => a.subject.localeCompare(b.subject));
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(3);
  const rows = await found();
  const reserve = { free: 0, medium: 'chat', people: [], lentMinutes: 0 };
  const aQueue = async (name: string) => {
    await arno.post('/api/routing/queues', {
      brand: rows[0]!.brand, name, priority: 50, ageingMinutes: 10, mode: 'pull', offerSeconds: 30, overflowMinutes: 60, skills: {}, atAllHours: true, inTurn: false,
      search: { preferred: {}, knowsCaseMinutes: 0, rings: [], sharing: { shares: [], nextMinutes: 10 }, reserve },
    });
    return (await arno.get<{ queue: { id: string; name: string } }[]>('/api/routing/queues')).find(({ queue }) => queue.name === name)!.queue.id;
  };
  const [first, second] = [`From ${mark}`, `To ${mark}`];
  const from = await aQueue(first);
  const to = await aQueue(second);
  const { reasons } = await carla.get<{ reasons: { id: string }[] }>(`/api/desk/contacts/${rows[0]!.contact}/receivers`);
  for (const { contact } of rows) await carla.post(`/api/desk/contacts/${contact}/transfer`, { queue: from, note: '', why: reasons[0]?.id });

  await leader.goto('/live');
  await leader.getByRole('link', { name: `3 waiting in ${first}: show them` }).click();
  await expect(leader.getByRole('heading', { level: 1, name: first })).toBeVisible();
  const line = leader.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(line).toHaveCount(3);
  await expect(line.nth(0)).toContainText(`${mark} letter 1`);
  await leader.getByRole('button', { name: `Why here? ${mark} letter 1` }).click();
  await expect(leader.getByRole('dialog')).toBeVisible();
  await leader.keyboard.press('Escape');

  await leader.getByRole('checkbox', { name: `Choose ${mark} letter 3` }).check();
  await leader.getByRole('group', { name: 'With those chosen' }).getByRole('button', { name: 'Priority' }).click();
  await leader.getByRole('menuitem', { name: 'Urgent' }).click();
  await expect(line.nth(0)).toContainText(`${mark} letter 3`);

  await leader.getByRole('checkbox', { name: 'Choose all shown' }).check();
  await expect(leader.getByText('3 chosen')).toBeVisible();
  expect(await obstacles(leader, 'what waits in a queue')).toEqual([]);
  await leader.getByRole('button', { name: 'Transfer…' }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'To' }).fill(second);
  await leader.getByRole('option', { name: second }).click();
  if (reasons.length > 0) await dialog.getByRole('radio').first().check();
  await agent.post(`/api/desk/contacts/${rows[0]!.contact}/take`);
  await dialog.getByRole('button', { name: 'Transfer' }).click();
  const told = leader.getByRole('status').filter({ hasText: '2 are transferred' });
  await expect(told.getByText(new RegExp(`${mark} letter 1: Mieke .*has it in hand by now`))).toBeVisible();
  await expect(leader.getByText('Nothing waits here')).toBeVisible();

  const narrow = await pageOf(browser, 'carla', phone, 'nl');
  await narrow.goto(`/live/queues/${to}`);
  await expect(narrow.getByRole('list', { name: 'Wat er wacht' }).getByRole('listitem')).toHaveCount(2);
  await narrow.getByRole('checkbox', { name: 'Kies alles wat je ziet' }).check();
  expect(await obstacles(narrow, 'what waits in a queue, narrow')).toEqual([]);
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('the team leader finds what is promised and due, and the numbers are those beside the queue', async ({ browser }) => {
  const page = await pageOf(browser, 'carla');
  const api = new Api(page.request);
  await page.goto('/live');
  await page.getByRole('link', { name: 'Promises due' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Promises due' })).toBeVisible();
  const { items } = await api.get<{ items: { conversation: string; queue?: string }[] }>('/api/desk/rows?view=ALL&limit=50');
  const row = items.find(({ queue }) => queue)!;
  const key = `due${Date.now()}`;
  await api.post('/api/promises', { conversation: row.conversation, act: 'CALL_BACK', words: `I call you back, ${key}`, due: new Date(Date.now() + 40 * 60_000).toISOString(), clientKey: key });
  const today = await api.get<{ queue: string; late: number; dueSoon: number }[]>('/api/routing/today');
  const busy = today.find(({ queue }) => queue === row.queue)!;
  await page.goto(`/live/promises?queue=${busy.queue}&within=hour`);
  await expect(page.getByText(`Within the hour (${busy.late + busy.dueSoon})`)).toBeVisible();
  const promised = page.getByRole('article').filter({ hasText: key });
  await expect(promised.getByRole('link', { name: /^Case \d+$/ })).toBeVisible();
  expect(await obstacles(page, 'promises due')).toEqual([]);
  // the same on the wall
  await page.goto('/live/wall');
  await expect(page.getByRole('link', { name: new RegExp(`: ${busy.dueSoon} due within the hour, ${busy.late} late: show them`) }).first()).toHaveAttribute('href', /within=hour/);
  expect(await obstacles(page, 'the wallboard with promises')).toEqual([]);
  await page.getByRole('link', { name: new RegExp(`: ${busy.dueSoon} due within the hour`) }).first().click();
  await promised.getByRole('button', { name: /^Kept/ }).click();
  await expect(promised).toBeHidden();
  await page.getByRole('combobox', { name: 'What is promised' }).click();
  await page.getByRole('option', { name: 'Solution' }).click();
  await expect(page).toHaveURL(/kind=SOLUTION/);
});

test('of two team leaders one picks up what was promised in a contact that ended, and the other reads so', async ({ browser }) => {
  const mark = `ended${Date.now()}`;
  const agent = new Api((await pageOf(browser, 'mieke')).request);
  const leader = await pageOf(browser, 'carla');
  const carla = new Api(leader.request);
  const victor = await pageOf(browser, 'victor');
  await sendMail({ from: `${mark}@post.example`, to: 'service@demo.example', subject: mark, text: 'When do you call me?' });
  const found = async () => (await carla.get<{ items: (Row & { conversation: string })[] }>(`/api/desk/found?text=${mark}`)).items[0];
  await expect.poll(async () => (await found())?.contact, { timeout: 30_000 }).toBeTruthy();
  const { contact, conversation, brand } = (await found())!;
  await agent.post(`/api/desk/contacts/${contact}/take`);
  await agent.post('/api/promises', { conversation, act: 'CALL_BACK', words: `I call you back, ${mark}`, due: new Date(Date.now() + 50 * 60_000).toISOString(), clientKey: mark });
  const { reasons } = await agent.get<{ reasons: { id: string; parent?: string }[] }>(`/api/desk/choices?brand=${brand}`);
  const leaf = reasons.find(({ id }) => !reasons.some(({ parent }) => parent === id))!;
  await agent.post(`/api/desk/contacts/${contact}/wrap-up`, { caseState: 'OPEN', seenSeq: 100, registration: { reason: leaf.id, result: 'ANSWERED' } });

  const promised = (page: typeof leader) => page.getByRole('article').filter({ hasText: `I call you back, ${mark}` });
  for (const page of [leader, victor]) {
    await page.goto('/live/promises?within=hour&kind=GIVEN');
    await expect(promised(page)).toContainText("in nobody's hands");
  }
  expect(await obstacles(leader, 'a promise of a contact that ended')).toEqual([]);
  await promised(leader).getByRole('button', { name: `Hand ${mark} to a queue or person` }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await leader.getByRole('option').first().click();
  if (await dialog.getByRole('radio').count() > 0) await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Transfer' }).click();
  await expect(promised(leader)).toContainText('nobody has it yet');
  await promised(victor).getByRole('button', { name: `Pick ${mark} up again` }).click();
  await expect(victor.getByText(new RegExp(`${mark}: Carla .* brought it back already: it waits in a queue by now`))).toBeVisible();
  await expect(promised(victor)).toContainText('nobody has it yet');
  expect(await obstacles(victor, 'somebody was first')).toEqual([]);
});
