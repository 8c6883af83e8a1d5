import { describe, expect, it } from 'vitest';
import { choose, isQuiet, Pace, type NotificationSettings, type Situation } from './choose';
import { newsKinds, type News, type NewsKind } from './news';

const now = Date.parse('2030-03-14T09:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const all = { onScreen: false, browser: true, sound: true };
const likes = (some: Partial<NotificationSettings> = {}): NotificationSettings => ({
  ways: Object.fromEntries(newsKinds.map((kind) => [kind, all])) as NotificationSettings['ways'], showsSubject: false, volume: 50, ...some,
});
const ways = (kind: NewsKind, chosen: object) => likes({ ways: { ...likes().ways, [kind]: { ...all, ...chosen } } });
const elsewhere: Situation = { now, granted: true, visible: new Set(), looking: false };
const wrote = (more: Partial<News> = {}): News => ({ kind: 'CUSTOMER', says: 'wrote', conversation: 'v1', key: 'wrote-v1', ...more });
const both = { browser: true, sound: true };
const nothing = { browser: false, sound: false };

describe('what is done with news', () => {
  it('is told as its person likes that kind', () => {
    expect(choose(wrote(), likes(), elsewhere)).toEqual(both);
    expect(choose(wrote(), ways('CUSTOMER', { sound: false }), elsewhere)).toEqual({ browser: true, sound: false });
    expect(choose(wrote(), ways('CUSTOMER', { browser: false }), elsewhere)).toEqual({ browser: false, sound: true });
    expect(choose(wrote(), ways('PROMISE', { browser: false, sound: false }), elsewhere)).toEqual(both);
  });

  it('makes no sound at no volume, and no notification a browser forbids', () => {
    expect(choose(wrote(), likes({ volume: 0 }), elsewhere)).toEqual({ browser: true, sound: false });
    expect(choose(wrote(), likes(), { ...elsewhere, granted: false })).toEqual({ browser: false, sound: true });
  });

  it('is nothing while the conversation is on a visible screen', () => {
    expect(choose(wrote(), likes(), { ...elsewhere, visible: new Set(['v1']) })).toEqual(nothing);
    expect(choose(wrote(), likes(), { ...elsewhere, visible: new Set(['v2']) })).toEqual(both);
  });

  it('is not said again by the browser when it comes up before the eyes of who works in the product', () => {
    const looking = { ...elsewhere, looking: true };
    expect(choose(wrote(), ways('CUSTOMER', { onScreen: true }), looking)).toEqual({ browser: false, sound: true });
    expect(choose(wrote(), likes(), looking)).toEqual(both);
    const offer = wrote({ kind: 'WORK', says: 'offered', stays: true });
    expect(choose(offer, likes(), looking)).toEqual({ browser: false, sound: true });
    expect(choose(offer, ways('WORK', { onScreen: true }), elsewhere)).toEqual(both);
  });

  it('is nothing while one is not to be disturbed, until that ends by itself', () => {
    const quiet = likes({ doNotDisturb: { since: at(-30), until: at(30) } });
    expect(choose(wrote(), quiet, elsewhere)).toEqual(nothing);
    expect(choose(wrote(), quiet, { ...elsewhere, now: now + 30 * 60_000 - 1 })).toEqual(nothing);
    expect(choose(wrote(), quiet, { ...elsewhere, now: now + 30 * 60_000 })).toEqual(both);
    expect(isQuiet({ doNotDisturb: { since: at(-30) } }, now + 1e12)).toBe(true);
    expect(isQuiet({ doNotDisturb: null }, now)).toBe(false);
  });
});

describe('how often', () => {
  it('tells a lively conversation once in a while, and others in between', () => {
    const pace = new Pace();
    expect(pace.of(wrote(), both, now)).toEqual(both);
    expect(pace.of(wrote(), both, now + 19_999)).toEqual(nothing);
    expect(pace.of(wrote({ conversation: 'v2', key: 'wrote-v2' }), both, now + 5_000)).toEqual(both);
    expect(pace.of(wrote(), both, now + 20_000)).toEqual(both);
  });

  it('tells what one conversation says twice in two ways once', () => {
    const pace = new Pace();
    pace.of(wrote({ kind: 'PROMISE', key: 'given-v1' }), both, now);
    expect(pace.of(wrote({ kind: 'PROMISE', key: 'promise-p1' }), both, now + 50)).toEqual(nothing);
    expect(pace.of(wrote({ kind: 'UNSENT', key: 'not-sent-v1' }), both, now + 4_000)).toEqual(both);
  });

  it('sounds once for what comes together, and does not flood the screen', () => {
    const pace = new Pace();
    const told = Array.from({ length: 10 }, (_, index) => pace.of(wrote({ conversation: `v${index}`, key: `wrote-v${index}` }), both, now + index));
    expect(told.filter((one) => one.sound)).toHaveLength(1);
    expect(told.filter((one) => one.browser)).toHaveLength(4);
    expect(pace.of(wrote({ conversation: 'w', key: 'w' }), both, now + 10_001)).toEqual(both);
  });

  it('keeps nothing of what was not told', () => {
    const pace = new Pace();
    expect(pace.of(wrote(), nothing, now)).toEqual(nothing);
    expect(pace.of(wrote(), both, now + 1)).toEqual(both);
  });
});
