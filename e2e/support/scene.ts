import { type Browser, type Page, expect } from '@playwright/test';
import { answer, askEveryone, mailTo, takeFromWaiting, wrapUpAsSolved } from './loop';
import { Api, type Language, pageOf } from './people';
import { sendMail } from './smtp';

interface Account { id: string; address: string }
interface Row { conversation: string; assignedTo?: string }
interface Opened { beside?: { customer: { language?: string }; orders: unknown[] } }

/** What came in by mail in the pictures; the last two are spam. */
const letters = [
  { from: 'w.vandijk@postvak.example', name: 'Wim van Dijk', to: 'service@demo.example', subject: 'Verkeerde kleur ontvangen', text: 'Goedemorgen,\n\nIk bestelde groen en kreeg blauw. Kan ik ruilen?\n\nMet vriendelijke groet,\nWim van Dijk' },
  { from: 'anja.hermans@thuis.example', name: 'Anja Hermans', to: 'service@demo.example', subject: 'Factuur op naam van mijn bedrijf', text: 'Beste mensen,\n\nKan de factuur op naam van mijn bedrijf?\n\nAlvast dank, Anja Hermans' },
  { from: 'grace.oneill@post.example', name: "Grace O'Neill", to: 'hello@demo.example', subject: 'Does it come with a lid?', text: 'Hi there,\n\nI am looking at your largest pan. Does the lid come with it?\n\nThanks! Grace' },
  { from: 'p.lefevre@courrier.example', name: 'Paul Lefevre', to: 'service@demo.example', subject: 'Waar blijft mijn pakket?', text: 'Hallo,\n\nDe track & trace staat al drie dagen stil. Weten jullie meer?\n\nGroet, Paul' },
  { from: 'offers@cheap-seo.example', name: 'Best offers', to: 'hello@demo.example', subject: 'Get to the top of the search results', text: 'Buy now.' },
  { from: 'winner@vouchers.example', name: 'Your voucher', to: 'service@demo.example', subject: 'You have won a voucher', text: 'Click here.', headers: { 'X-Spam-Flag': 'YES' } },
];

export async function mailsComeIn(supervisor: Page): Promise<void> {
  const api = new Api(supervisor.request);
  const held = async () => (await api.get<{ items: unknown[] }>('/api/held-mails')).items.length;
  // after a picture that failed this begins anew
  if ((await held()) >= 2) return;
  const { user: { brands } } = await api.get<{ user: { brands: { id: string; key: string }[] } }>('/api/session');
  await api.post('/api/blocked-senders', { brand: brands.find(({ key }) => key === 'brightnest')!.id, sender: '@cheap-seo.example' });
  for (const { name, ...letter } of letters) await sendMail({ ...letter, headers: { From: `${name} <${letter.from}>`, ...letter.headers } });
  await expect.poll(held, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
}

/** A mail that waits, in this language, of a customer whose orders are known. */
export async function waitingIn(language: Language, page: Page): Promise<string> {
  const api = new Api(page.request);
  const { items } = await api.get<{ items: Row[] }>('/api/desk/rows?view=WAITING&limit=50');
  for (const { conversation } of items) {
    const { beside } = await api.get<Opened>(`/api/desk/conversations/${conversation}`);
    if (beside?.customer.language === language && beside.orders.length > 0) return conversation;
  }
  throw new Error(`nobody who writes ${language} waits`);
}

/** These people are at work for as long as the pictures take, with something in hand. */
export async function atWork(browser: Browser, names: string[]): Promise<void> {
  for (const name of names) {
    const page = await pageOf(browser, name);
    const api = new Api(page.request);
    await page.goto('/desk/mine');
    await api.put('/api/routing/me/presence', { state: name === names.at(-1) ? 'BREAK' : 'AVAILABLE' });
    await api.post('/api/routing/next', {});
  }
}

/** A mail that came in and was answered while our own address was switched off, so that the answer did not arrive. */
export async function answerDoesNotArrive(browser: Browser, customer: string, subject: string, text: string): Promise<void> {
  const administrator = await pageOf(browser, 'arno');
  const api = new Api(administrator.request);
  const agent = await pageOf(browser, 'carla');
  await sendMail({ from: customer, to: 'service@demo.example', subject, text });
  await takeFromWaiting(agent, subject);
  await mailTo(agent, customer, 'acknowledgement');
  const { id } = (await api.get<Account[]>('/api/email-accounts')).find(({ address }) => address === 'service@demo.example')!;
  await api.put(`/api/email-accounts/${id}/active`, { active: false });
  try {
    await answer(agent, 'We sturen vandaag een nieuwe.');
    await expect(agent.getByText('Not sent').first()).toBeVisible();
  } finally {
    await api.put(`/api/email-accounts/${id}/active`, { active: true });
    await Promise.all([agent, administrator].map((page) => page.context().close()));
  }
}

/** A mail is answered and solved, and its customer is asked. Returns the way to the survey. */
export async function customerIsAsked(browser: Browser, customer: string, subject: string, text: string, to = 'service@demo.example'): Promise<string> {
  await askEveryone(browser);
  const agent = await pageOf(browser, 'carla');
  await sendMail({ from: customer, to, subject, text });
  await takeFromWaiting(agent, subject);
  await answer(agent, 'Vandaag gaat er een nieuwe op de post.');
  await wrapUpAsSolved(agent);
  const { text: invitation } = await mailTo(agent, customer, 'invitation');
  await agent.context().close();
  return /https?:\/\/[^\s"]+(\/s\/[A-Za-z0-9._~-]+)/.exec(invitation)![1]!;
}

/** It is agreed what scores of persons are for, so that they show. */
export async function scoresAgreed(browser: Browser): Promise<void> {
  const page = await pageOf(browser, 'arno');
  await new Api(page.request).put('/api/feedback/personal-scores', { purpose: 'Coaching', agreedWith: 'Works council', agreedOn: '2026-01-15', minimumN: 10 });
  await page.context().close();
}

/** The address of a case in which a department is asked something, so that there is something to see. */
export async function caseWithQuestion(page: Page, browser: Browser): Promise<string> {
  const department = await pageOf(browser, 'ahmed');
  const { items: asked } = await new Api(department.request).get<{ items: { caseNumber: number }[] }>('/api/consults');
  const { items } = await new Api(page.request).get<{ items: { id: string }[] }>(`/api/cases?search=${asked[0]!.caseNumber}`);
  return `/cases/${items[0]!.id}`;
}

/** A call for all hands, which the director heard, instead of one before; people of the queue are there to coach. */
export async function allHands(leading: Page, browser: Browser, words: string): Promise<void> {
  const leader = new Api(leading.request);
  await atWork(browser, ['sanne', 'joris', 'nina']);
  for (const { id } of await leader.get<{ id: string }[]>('/api/routing/all-hands')) await leader.post(`/api/routing/all-hands/${id}/end`);
  const queues = await leader.get<{ queue: { id: string; name: string } }[]>('/api/routing/queues');
  await leader.post('/api/routing/all-hands', { queue: queues.find((one) => one.queue.name === 'Lindenhof mail')!.queue.id, words, until: new Date(Date.now() + 7_200_000).toISOString() });
  const director = await pageOf(browser, 'helen');
  await director.goto('/listen');
  await director.getByRole('button', { name: 'I help along' }).click();
  await expect(director.getByText(/^Your coach: |Nobody from the queue/).first()).toBeVisible();
}
