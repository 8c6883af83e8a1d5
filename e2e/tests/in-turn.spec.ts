import { expect, test } from '../support/test';
import { Api, pageOf, phone } from '../support/people';
import { sendMail } from '../support/smtp';

interface Queue { id: string; name: string; inTurn: boolean }
interface Row { conversation: string; subject: string }

test('where everyone takes what comes next, another contact is grey and says what to do', async ({ browser }) => {
  const stamp = Date.now();
  const leader = await pageOf(browser, 'carla');
  const queue = (await new Api(leader.request).get<{ queue: Queue }[]>('/api/routing/queues')).map((one) => one.queue).find((one) => one.inTurn);
  expect(queue).toBeDefined();
  for (const what of ['first', 'last']) {
    await sendMail({ from: `turn.${what}.${stamp}@home.example`, to: 'hello@demo.example', subject: `Turn ${what} ${stamp}`, text: 'Could you tell me when it comes?' });
  }
  const last = await waiting(leader, `Turn last ${stamp}`);
  const page = await pageOf(browser, 'bram', phone);
  await page.goto(`/desk/all/${last.conversation}`);
  const take = page.getByRole('button', { name: 'Take', exact: true });
  await expect(take).toBeDisabled();
  await expect(page.getByText(/everyone takes what comes next/)).toBeVisible();

  await leader.goto(`/desk/all/${last.conversation}`);
  await leader.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(leader.getByRole('button', { name: 'Wrap up' })).toBeVisible();
});

async function waiting(page: Awaited<ReturnType<typeof pageOf>>, subject: string): Promise<Row> {
  let found: Row | undefined;
  await expect.poll(async () => {
    const rows = await new Api(page.request).get<{ items: Row[] }>(`/api/desk/found?text=${encodeURIComponent(subject)}`);
    found = rows.items[0];
    return found !== undefined;
  }, { timeout: 30_000 }).toBe(true);
  return found!;
}
