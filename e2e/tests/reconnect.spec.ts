import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { allGoHome, available, chatAgent, thread, writing } from '../support/chatting';
import { Line } from '../support/line';
import { Api, signIn, wide } from '../support/people';
import { Visitor } from '../support/visitor';

let line: Line;

test.beforeEach(async ({ baseURL }) => {
  line = await Line.to(baseURL!);
});

test.afterEach(async () => {
  await allGoHome();
  await line.close();
});

const numbered = (from: string, count: number) => Array.from({ length: count }, (_, at) => `${from} ${at + 1}.`);

async function answer(agent: Page, text: string) {
  await writing(agent).fill(text);
  await agent.keyboard.press('Control+Enter');
  await expect(writing(agent)).toHaveValue('');
}

/** Every text once, in this order, whatever stands between. */
async function eachOnce(read: () => Promise<string[]>, texts: string[]) {
  await expect.poll(async () => (await read()).filter((one) => texts.includes(one)), { timeout: 30_000 }).toEqual(texts);
}

const saidAtDesk = (agent: Page) => () => thread(agent).locator('p').allTextContents();

test('a desk whose line is cut says so, keeps what is written, and catches up without losing or doubling', async ({ browser }) => {
  const agent = await chatAgent(browser, 'wout', 'Wout Peeters', { at: line.address });
  await available(agent);
  const visitor = await Visitor.inShop(browser);
  await visitor.ask('Is there anyone?');
  await agent.getByRole('button', { name: /Accept/ }).click();
  await expect(thread(agent).getByText('Is there anyone?')).toBeVisible();
  const texts = numbered('While you were away', 4);
  await visitor.write(texts[0]!);
  await expect(thread(agent).getByText(texts[0]!)).toBeVisible();

  line.cut();
  await visitor.write(texts[1]!);
  await expect(agent.getByText('The connection is away', { exact: false })).toBeVisible();
  await writing(agent).fill('I was about to say');
  await visitor.write(texts[2]!);
  line.mend();
  await visitor.write(texts[3]!);

  await eachOnce(saidAtDesk(agent), texts);
  await expect(agent.getByText('The connection is away', { exact: false })).toHaveCount(0);
  await expect(writing(agent)).toHaveValue('I was about to say');
  const conversation = agent.url().split('/').pop()!;
  const elsewhere = await (await browser.newContext({ viewport: wide })).newPage();
  await signIn(elsewhere, 'wout');
  await expect.poll(async () => {
    const open = await new Api(elsewhere.request).get<{ drafts: { text: string }[] }>(`/api/desk/conversations/${conversation}`);
    return open.drafts.map((draft) => draft.text);
  }).toEqual(['I was about to say']);
  await elsewhere.goto(`/desk/mine/${conversation}`);
  await expect(writing(elsewhere)).toHaveValue('I was about to say');
});

test('a widget whose line is cut in the middle of a talk sends and shows each message once, in order', async ({ browser }) => {
  const agent = await chatAgent(browser, 'wout', 'Wout Peeters');
  await available(agent);
  const visitor = await Visitor.inShop(browser, { at: line.address });
  await visitor.ask('Can you hear me?');
  await agent.getByRole('button', { name: /Accept/ }).click();
  await expect(visitor.frame.locator('#title')).toHaveText('Wout');
  const asked = numbered('Question', 6);
  const answers = numbered('Answer', 6);
  for (let at = 0; at < 6; at++) {
    if (at % 2 === 1) line.cut();
    await visitor.write(asked[at]!);
    await answer(agent, answers[at]!);
    line.mend();
  }
  await eachOnce(saidAtDesk(agent), asked);
  await eachOnce(saidAtDesk(agent), answers);
  await eachOnce(() => visitor.said(), asked);
  await eachOnce(() => visitor.said(), answers);

  line.cut();
  await expect(visitor.frame.getByText('No connection.', { exact: false })).toBeVisible();
  line.mend();
  await expect(visitor.frame.getByText('No connection.', { exact: false })).toBeHidden();
});
