import type { Page } from '@playwright/test';
import { whileOpen } from '../support/hours';
import { choose, enter, somewhere, tabTo } from '../support/keyboard';
import { Api, pageOf } from '../support/people';
import { sendMail } from '../support/smtp';
import { expect, test } from '../support/test';

interface Queue { id: string; brand: string; name: string }
interface Row { contact: string; conversation: string }

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test('an agent takes a contact, asks a department, promises, registers and wraps up by keyboard alone', async ({ browser }) => {
  const mark = Date.now();
  const subject = `Toetsen ${mark}`;
  await sendMail({ from: `toon.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Waar blijft mijn tafel?' });
  const agent = await pageOf(browser, 'sanne');
  await agent.goto('/desk/waiting');

  await agent.getByRole('button', { name: 'Take next' }).waitFor();
  await agent.keyboard.press('/');
  await agent.keyboard.type(subject);
  await agent.keyboard.press('Enter');
  await enter(agent, agent.getByRole('link', { name: new RegExp(subject) }));
  await enter(agent, agent.getByRole('button', { name: 'Take', exact: true }));
  await expect(agent.getByRole('button', { name: 'Wrap up' })).toBeVisible();
  await somewhere(agent);

  const ask = agent.getByRole('button', { name: 'Ask a department' });
  await enter(agent, ask);
  const asking = dialog(agent, 'Ask a department');
  await expect(asking.getByRole('combobox', { name: 'Department' })).toBeFocused();
  await choose(agent, asking.getByRole('combobox', { name: 'Department' }), 'Logis');
  await tabTo(agent, asking.getByRole('textbox', { name: 'Question' }));
  await agent.keyboard.type('Where is the table?');
  await enter(agent, asking.getByRole('button', { name: 'Ask', exact: true }));
  await expect(asking).toBeHidden();
  await expect(ask).toBeFocused();

  const promise = agent.getByRole('button', { name: 'Promise the customer something' });
  const callBack = dialog(agent, 'Promise the customer something').getByRole('button', { name: /Call back/ }).first();
  await enter(agent, promise);
  await expect(callBack).toBeFocused();
  await agent.keyboard.press('Escape');
  await expect(promise).toBeFocused();
  await expect(callBack).toBeHidden();
  await agent.keyboard.press('Enter');
  await expect(callBack).toBeFocused();
  await agent.keyboard.press('Enter');
  const answer = agent.getByRole('textbox', { name: 'Write to the customer' });
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue(/ik u .*(bel|terug)|Ik bel/i);
  await agent.keyboard.press('Control+Enter');
  await expect(answer).toHaveValue('');

  const wrapUp = agent.getByRole('button', { name: 'Wrap up' });
  await enter(agent, wrapUp, 'Shift+Tab');
  const panel = agent.getByRole('complementary', { name: 'Wrap-up' });
  await expect(panel).toBeFocused();
  await choose(agent, panel.getByRole('combobox', { name: /Why did the customer come/ }), 'a');
  await enter(agent, panel.getByRole('button', { name: 'Wait for the department' }));
  await expect(agent.getByText('The case waits for the department and comes back with its answer')).toBeVisible();
  await somewhere(agent);
});

test('a team leader raises and moves what waits too long on Live by keyboard alone', async ({ browser }) => {
  test.setTimeout(240_000);
  const mark = Date.now();
  const subject = `Te lang ${mark}`;
  const administrator = new Api((await pageOf(browser, 'arno')).request);
  const queues = (await administrator.get<{ queue: Queue }[]>('/api/routing/queues')).map((one) => one.queue);
  const mail = queues.find((one) => one.name === 'Lindenhof mail')!;
  const fast = { brand: mail.brand, name: `Snel ${mark}`, priority: 50, ageingMinutes: 60, mode: 'pull', offerSeconds: 30, overflowMinutes: 1, skills: {}, atAllHours: false };
  const { id: queue } = await administrator.post<{ id: string }>('/api/routing/queues', fast);
  const leader = await pageOf(browser, 'carla');
  const api = new Api(leader.request);
  await whileOpen(browser, 'lindenhof', 'email', async () => {
    await sendMail({ from: `toon.${mark}@klant.example`, to: 'service@demo.example', subject, text: 'Hallo?' });
    const rows = () => api.get<{ items: Row[] }>(`/api/desk/found?text=${encodeURIComponent(subject)}`);
    await expect.poll(async () => (await rows()).items.length).toBe(1);
    const { contact } = (await rows()).items[0]!;
    await api.post(`/api/desk/contacts/${contact}/transfer`, { queue, note: '', why: (await api.get<{ reasons: { id: string }[] }>(`/api/desk/contacts/${contact}/receivers`)).reasons[0]?.id });
    await leader.goto('/live');
    const priority = leader.getByRole('button', { name: `Priority of ${subject}` });
    await expect(priority).toBeVisible({ timeout: 120_000 });

    await enter(leader, priority);
    await expect(leader.getByRole('menuitem', { name: 'Urgent' })).toBeVisible();
    await tabUntilFirst(leader);
    await leader.keyboard.press('Enter');
    await expect(priority).toHaveAttribute('title', 'Urgent');
    await expect(priority).toBeFocused();

    await enter(leader, leader.getByRole('button', { name: `Why here? ${subject}` }));
    await expect(dialog(leader, /Why here/)).toBeVisible();
    await leader.keyboard.press('Escape');

    const move = leader.getByRole('button', { name: `Move ${subject} to another queue or person` });
    await enter(leader, move, 'Shift+Tab');
    const moving = dialog(leader, /Transfer/);
    await choose(leader, moving.getByRole('combobox', { name: 'To' }), 'Lindenhof mail');
    await tabTo(leader, moving.getByRole('radio').first());
    await leader.keyboard.press('Space');
    await enter(leader, moving.getByRole('button', { name: 'Transfer' }));
    await expect(moving).toBeHidden();
    await expect(move).toHaveCount(0);
    await somewhere(leader);
  });
});

/** A menu opens with the focus on itself or on what can be chosen first. */
async function tabUntilFirst(page: Page): Promise<void> {
  const urgent = page.getByRole('menuitem', { name: 'Urgent' });
  for (let at = 0; at < 5 && !(await urgent.evaluate((one) => one === document.activeElement)); at += 1) await page.keyboard.press('ArrowDown');
  await expect(urgent).toBeFocused();
}
