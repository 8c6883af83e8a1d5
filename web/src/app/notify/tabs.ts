/** What we need of the browser's locks; a test gives its own. They end with their tab, however that ends. */
export type Locks = Pick<LockManager, 'request' | 'query'>;

const speaking = 'hartslag-speaks-';
const showing = 'hartslag-shows-';
const looking = 'hartslag-is-looked-at';

/** Only a page that came over https, or from this machine, has them. */
export const browserLocks = (): Locks | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/**
 * The tabs of one person in one browser. One of them speaks for all; when it closes, the next does. A tab that holds a lock is not
 * put to sleep by the browser either. What the others show they tell by locks as well.
 */
export class Tabs {
  speaks = false;
  private readonly held = new Map<string, AbortController>();

  constructor(private readonly locks: Locks, private readonly person: string) {}

  /** Stands ready to speak until {@link stop}. */
  start() {
    this.hold(speaking + this.person, 'exclusive', () => { this.speaks = true; });
  }

  stop() {
    this.speaks = false;
    [...this.held.keys()].forEach((name) => this.letGo(name));
  }

  /** What this tab shows from now on. @param inFront somebody works in it */
  shows(conversation: string | undefined, inFront: boolean) {
    const wanted = new Set([...(conversation ? [showing + conversation] : []), ...(inFront ? [looking] : [])]);
    [...this.held.keys()].filter((name) => !name.startsWith(speaking) && !wanted.has(name)).forEach((name) => this.letGo(name));
    wanted.forEach((name) => this.hold(name, 'shared'));
  }

  /** What all tabs show. */
  async seen(): Promise<{ visible: Set<string>; looking: boolean }> {
    const names = ((await this.locks.query()).held ?? []).map((lock) => lock.name ?? '');
    return {
      visible: new Set(names.filter((name) => name.startsWith(showing)).map((name) => name.slice(showing.length))),
      looking: names.includes(looking),
    };
  }

  private hold(name: string, mode: LockMode, begun = () => {}) {
    if (this.held.has(name)) return;
    const until = new AbortController();
    this.held.set(name, until);
    const { signal } = until;
    this.locks.request(name, { mode, signal }, () => {
      if (signal.aborted) return undefined;
      begun();
      return new Promise<void>((done) => signal.addEventListener('abort', () => done()));
    }).catch((failure: unknown) => {
      if (!signal.aborted) throw failure;
    });
  }

  private letGo(name: string) {
    this.held.get(name)?.abort();
    this.held.delete(name);
  }
}
