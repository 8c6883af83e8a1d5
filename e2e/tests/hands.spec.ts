import { obstacles } from '../support/axe';
import { available } from '../support/chatting';
import { Api, pageOf, phone } from '../support/people';
import { expect, test } from '../support/test';

test('at a peak the director helps along in a simple queue, coached; the team leader gives other work and says something', async ({ browser }) => {
  const agent = await pageOf(browser, 'sanne');
  await agent.goto('/desk/mine');
  await available(agent);
  const director = await pageOf(browser, 'helen', phone);
  await director.goto('/listen');
  const leader = await pageOf(browser, 'carla');
  const carla = new Api(leader.request);
  for (const { id } of await carla.get<{ id: string }[]>('/api/routing/all-hands')) await carla.post(`/api/routing/all-hands/${id}/end`, {});
  await leader.goto('/live');
  await expect(leader.getByRole('button', { name: /^What to do with Sanne/ })).toBeVisible();

  await leader.getByRole('button', { name: 'All hands on deck…' }).click();
  const call = leader.getByRole('dialog');
  await call.getByRole('button', { name: 'Call' }).click();
  await expect(call.getByText('Fill this in')).toBeVisible();
  const simple = await queueOf('Sanne', carla);
  await call.getByRole('combobox', { name: 'Queue' }).fill(simple);
  await leader.getByRole('option', { name: new RegExp(`^${simple} \\(`) }).first().click();
  await call.getByRole('textbox', { name: 'What is going on' }).fill('Parcels are late because of the snow');
  await call.getByRole('button', { name: 'Call' }).click();
  const running = leader.getByRole('region', { name: 'All hands' });
  await expect(running.getByText('Nobody helps along yet')).toBeVisible();

  const wanted = director.getByRole('region', { name: `Help along in ${simple}?` });
  expect(await obstacles(director, 'a call for all hands')).toEqual([]);
  await wanted.getByRole('button', { name: 'I help along' }).click();
  const helping = director.getByRole('region', { name: `You help along in ${simple}` });
  await expect(helping.getByText(/^Your coach: /)).toBeVisible();
  await expect(running.getByText(/^Helen/)).toBeVisible();
  expect(await obstacles(leader, 'all hands on Live')).toEqual([]);

  await helping.getByRole('button', { name: 'Ask your coach' }).click();
  const ask = director.getByRole('dialog');
  const coach = ask.getByRole('combobox', { name: 'Coach' });
  await coach.click();
  await director.getByRole('option', { name: /^Sanne/ }).click();
  await ask.getByRole('textbox', { name: 'Question' }).fill('May I give the money back?');
  await ask.getByRole('button', { name: 'Send' }).click();
  const question = agent.getByRole('region', { name: /^Helen .* asks you as coach/ });
  await expect(question.getByText('May I give the money back?')).toBeVisible();
  await expect(agent.getByRole('region', { name: 'You coach' }).getByText(/^Helen/)).toBeVisible();
  await question.getByRole('button', { name: 'I read it' }).click();
  await expect(question).toBeHidden();

  await leader.getByRole('button', { name: 'Say something…' }).click();
  const say = leader.getByRole('dialog');
  await say.getByRole('combobox', { name: 'To' }).click();
  await leader.getByRole('option', { name: simple }).first().click();
  await say.getByRole('textbox', { name: 'Words' }).fill('Tracking is down, promise nothing today');
  await say.getByRole('button', { name: 'Say' }).click();
  const said = agent.getByRole('region', { name: /^Carla .* to everyone for/ });
  await said.getByRole('button', { name: 'I read it' }).click();
  await expect(leader.getByRole('region', { name: 'Said in the last day' }).getByText('Tracking is down').first()).toBeVisible();

  await leader.getByRole('button', { name: /^What to do with Sanne/ }).click();
  await leader.getByRole('menuitem', { name: 'Other work…' }).click();
  const work = leader.getByRole('dialog');
  await work.getByRole('combobox', { name: 'Queues' }).click();
  await leader.getByRole('option', { name: simple }).first().click();
  await leader.keyboard.press('Escape');
  await work.getByRole('textbox', { name: /^Why/ }).fill('All hands there');
  await work.getByRole('button', { name: 'Give' }).click();
  await expect(agent.getByText(new RegExp(`you are asked only for ${simple}`))).toBeVisible();
  await expect(leader.getByRole('listitem').filter({ hasText: 'Sanne' }).getByText(new RegExp(`^Only ${simple} until`)).first()).toBeVisible();
  await leader.getByRole('button', { name: /^What to do with Sanne/ }).click();
  await leader.getByRole('menuitem', { name: 'Other work…' }).click();
  await leader.getByRole('button', { name: 'Back to own work' }).click();
  await expect(agent.getByText(/you are asked only for/)).toBeHidden();

  await running.getByRole('button', { name: 'End' }).click();
  await expect(running).toBeHidden();
  await expect(helping).toBeHidden();
});

/** A queue whose work she does, of a name that no other queue has. */
async function queueOf(person: string, leader: Api): Promise<string> {
  const queues = await leader.get<{ queue: { id: string; name: string } }[]>('/api/routing/queues');
  const people = await leader.get<{ items: { name: string; queues: string[] }[] }>('/api/routing/agents?limit=200');
  const hers = people.items.find((one) => one.name.startsWith(person))!.queues;
  return queues.map((one) => one.queue)
    .find(({ id, name }) => hers.includes(id) && queues.filter((other) => other.queue.name === name).length === 1)!.name;
}
