import { Api, pageOf, phone, wide } from '../support/people';
import { test } from '../support/test';
test('look', async ({ browser }) => {
  test.setTimeout(240_000);
  for (const [lang, who] of [['nl', 'carla'], ['nl', 'mieke'], ['en', 'sanne']] as const) {
    const p = await pageOf(browser, who, wide, lang);
    const api = new Api(p.request);
    const rows = (await api.get<{ items: { contact: string; conversation: string; medium: string; state: string; dueAt?: string; assignedName?: string }[] }>('/api/desk/rows?view=ALL&limit=100')).items.filter((r) => r.medium === 'mail' && r.dueAt);
    const mine = rows.find((r) => r.assignedName?.toLowerCase().startsWith(who)) ?? rows.find((r) => r.state === 'waiting')!;
    if (mine.state === 'waiting') await api.post(`/api/desk/contacts/${mine.contact}/take`);
    for (const [i, m] of [rows[0]!, mine].entries()) {
      await p.goto(`/desk/all/${m.conversation}`); await p.waitForSelector('header h2'); await p.waitForTimeout(1000);
      console.log(lang, who, i, JSON.stringify(await p.evaluate(() => {
        const h = [...document.querySelectorAll('header')].find((x) => x.querySelector('h2'))!;
        return [...h.querySelectorAll('.mantine-Group-root')].map((g) => [g.className.match(/_\w+_/)?.[0], g.clientHeight, g.clientWidth, [...g.children].map((c) => Math.round(c.getBoundingClientRect().width) + ' ' + (c.textContent || c.getAttribute('aria-label')))]);
      })));
      await p.screenshot({ path: `/tmp/dB8/mine-${who}-${i}.png` });
    }
  }
  for (const size of [wide, phone]) {
    const n = await pageOf(browser, 'carla', size, 'nl');
    await n.goto('/live/wall'); await n.waitForTimeout(2500); await n.screenshot({ path: `/tmp/dB8/wall-${size.width}.png` });
    console.log('wall', size.width, await n.evaluate(() => [document.documentElement.scrollWidth, [...document.querySelectorAll('a')].filter((a) => a.textContent?.startsWith('Terug')).map((a) => a.clientHeight)]));
  }
  const n = await pageOf(browser, 'carla', phone, 'nl');
  await n.goto('/live/promises'); await n.waitForTimeout(1500); await n.getByRole('button', { name: 'Filter' }).click(); await n.waitForTimeout(300); await n.screenshot({ path: '/tmp/dB8/due-open.png' });
});
