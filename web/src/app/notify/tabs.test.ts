import { expect, it } from 'vitest';
import { Tabs, type Locks } from './tabs';

/** The locks of one browser, as the standard describes them: in the order in which they were asked. */
class OneBrowser {
  private queue: { name: string; mode: LockMode; begun: boolean; begin: () => void }[] = [];

  readonly locks = {
    request: (name: string, { mode, signal }: { mode: LockMode; signal: AbortSignal }, held: () => Promise<void> | undefined) => new Promise<void>((done, refused) => {
      const one = { name, mode, begun: false, begin: () => {} };
      const leave = () => {
        this.queue = this.queue.filter((other) => other !== one);
        this.grant();
      };
      one.begin = () => {
        one.begun = true;
        void Promise.resolve(held()).then(() => { leave(); done(); });
      };
      signal.addEventListener('abort', () => {
        if (one.begun) return;
        leave();
        refused(signal.reason);
      });
      this.queue.push(one);
      this.grant();
    }),
    query: async () => ({ held: this.queue.filter((one) => one.begun).map(({ name, mode }) => ({ name, mode })), pending: [] }),
  } as unknown as Locks;

  private grant() {
    for (const one of this.queue) {
      if (one.begun) continue;
      const before = this.queue.slice(0, this.queue.indexOf(one)).filter((other) => other.name === one.name);
      if (before.every((other) => other.begun && other.mode === 'shared' && one.mode === 'shared')) one.begin();
    }
  }
}

const settled = () => new Promise((done) => setTimeout(done));

it('of ten tabs one speaks, and when it closes the next', async () => {
  const { locks } = new OneBrowser();
  const tabs = Array.from({ length: 10 }, () => new Tabs(locks, 'u1'));
  tabs.forEach((tab) => tab.start());
  expect(tabs.map((tab) => tab.speaks)).toEqual([true, ...Array<boolean>(9).fill(false)]);
  tabs[0]!.stop();
  await settled();
  expect(tabs.filter((tab) => tab.speaks)).toEqual([tabs[1]]);
  // one that waited and closed is passed over
  tabs[2]!.stop();
  tabs[1]!.stop();
  await settled();
  expect(tabs.filter((tab) => tab.speaks)).toEqual([tabs[3]]);
});

it('starting twice, and again after stopping, is one tab', async () => {
  const { locks } = new OneBrowser();
  const tab = new Tabs(locks, 'u1');
  tab.start();
  tab.start();
  tab.stop();
  await settled();
  expect((await locks.query()).held).toEqual([]);
  tab.start();
  expect(tab.speaks).toBe(true);
});

it('each person has a tab that speaks for him', () => {
  const { locks } = new OneBrowser();
  const [one, other] = [new Tabs(locks, 'u1'), new Tabs(locks, 'u2')];
  one.start();
  other.start();
  expect([one.speaks, other.speaks]).toEqual([true, true]);
});

it('every tab knows what the others show, until they show something else or are gone', async () => {
  const { locks } = new OneBrowser();
  const [one, other, third] = [new Tabs(locks, 'u1'), new Tabs(locks, 'u1'), new Tabs(locks, 'u1')];
  one.start();
  other.shows('v1', true);
  third.shows('v1', false);
  expect(await one.seen()).toEqual({ visible: new Set(['v1']), looking: true });
  other.shows('v2', false);
  await settled();
  expect(await one.seen()).toEqual({ visible: new Set(['v1', 'v2']), looking: false });
  third.stop();
  other.shows(undefined, false);
  await settled();
  expect(await one.seen()).toEqual({ visible: new Set(), looking: false });
  expect(one.speaks).toBe(true);
});
