import type { News, NewsKind } from './news';

export interface Ways { onScreen: boolean; browser: boolean; sound: boolean }

export interface NotificationSettings {
  ways: Record<NewsKind, Ways>;
  showsSubject: boolean;
  /** Of the sound, 0 to 100. */
  volume: number;
  doNotDisturb?: { since: string; until?: string } | null;
}

/** How it is now, in all tabs together. */
export interface Situation {
  now: number;
  /** The browser lets us. */
  granted: boolean;
  /** Conversations that are on a visible screen. */
  visible: ReadonlySet<string>;
  /** Somebody works in one of the tabs at this moment. */
  looking: boolean;
}

export interface Chosen { browser: boolean; sound: boolean }

const nothing: Chosen = { browser: false, sound: false };

/** It ends by itself. */
export const isQuiet = ({ doNotDisturb }: Pick<NotificationSettings, 'doNotDisturb'>, now: number) =>
  !!doNotDisturb && (!doNotDisturb.until || now < Date.parse(doNotDisturb.until));

/** What one sees before one's eyes needs no second word from the browser. */
const isSeen = (news: News, { onScreen }: Ways, { looking }: Situation) => looking && (onScreen || !!news.stays);

/** Whether this news makes a browser notification or a sound, as its person likes it. What is on the screen in front of him makes neither. */
export function choose(news: News, settings: NotificationSettings, situation: Situation): Chosen {
  if (isQuiet(settings, situation.now)) return nothing;
  if (news.conversation && situation.visible.has(news.conversation)) return nothing;
  const ways = settings.ways[news.kind];
  return { browser: ways.browser && situation.granted && !isSeen(news, ways, situation), sound: ways.sound && settings.volume > 0 };
}

const sameAgain = 20_000;
const betweenSounds = 3_000;
const crowd = { most: 4, within: 10_000 };

/** Keeps a lively conversation, or all that comes in at once when the line is back, from making a racket. */
export class Pace {
  private readonly last = new Map<string, number>();
  private sound = -Infinity;
  private shown: number[] = [];

  /** What is left of it now. What one conversation tells in several ways at the same time is told once. */
  of(news: News, chosen: Chosen, now: number): Chosen {
    if (!chosen.browser && !chosen.sound) return nothing;
    for (const [key, at] of this.last) if (now - at >= sameAgain) this.last.delete(key);
    const names = [news.key, ...(news.conversation ? [`${news.kind}-${news.conversation}`] : [])];
    if (names.some((name) => this.last.has(name))) return nothing;
    names.forEach((name) => this.last.set(name, now));
    this.shown = this.shown.filter((at) => now - at < crowd.within);
    const browser = chosen.browser && this.shown.length < crowd.most;
    const sound = chosen.sound && now - this.sound >= betweenSounds;
    if (browser) this.shown.push(now);
    if (sound) this.sound = now;
    return { browser, sound };
  }
}
