import { useQueryClient, type Query, type QueryClient, type QueryFilters, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';

type Handler = (data: never, queries: QueryClient) => void;
export type LiveState = 'idle' | 'connecting' | 'live' | 'away';

const firstWait = 1_000;
const longestWait = 30_000;
/** The server shows every 15 s that it is there; after this much silence the line is dead, whatever the browser thinks. */
const longestSilence = 40_000;

const isNews = (query: Query) => query.queryKey[0] !== 'session';

/** What the screen must know of an `EventSource`; a test gives its own. */
export type OpenStream = (url: string) => EventSource;

/**
 * The client of `/api/live`. Kinds are dotted and past tense, as the server names them: `desk.row.changed`. The browser
 * repeats `Last-Event-ID` itself after a hiccup; when the connection was refused or has died in silence we open a new one,
 * ever later, and pass the last number on. A `stale` event means that the log no longer reaches back to where we were:
 * everything shown is fetched again.
 */
export class LiveClient {
  private source: EventSource | undefined;
  private handlers = new Map<string, Set<Handler>>();
  private listened = new Set<string>();
  private watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private wait = firstWait;
  private lastId = '';
  state: LiveState = 'idle';

  constructor(
    private readonly queries: QueryClient,
    private readonly open: OpenStream = (url) => new EventSource(url),
  ) {}

  start() {
    if (this.source || this.timer) return;
    this.connect();
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.timer = undefined;
    this.source?.close();
    this.source = undefined;
    this.lastId = '';
    this.become('idle');
  }

  on(kind: string, handler: Handler): () => void {
    const set = this.handlers.get(kind) ?? new Set();
    set.add(handler);
    this.handlers.set(kind, set);
    this.listenTo(kind);
    return () => { set.delete(handler); };
  }

  /** For `useSyncExternalStore`. */
  watch = (changed: () => void) => {
    this.watchers.add(changed);
    return () => { this.watchers.delete(changed); };
  };

  /** Try again now, because the person asks for it or the browser says that it is online again. */
  retryNow = () => {
    if (this.state !== 'away') return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wait = firstWait;
    this.source?.close();
    this.source = undefined;
    this.connect();
  };

  private connect() {
    this.timer = undefined;
    if (this.state !== 'away') this.become('connecting');
    const query = this.lastId ? `?after=${encodeURIComponent(this.lastId)}` : '';
    const source = this.open(`/api/live${query}`);
    this.source = source;
    this.listened = new Set();
    for (const kind of this.handlers.keys()) this.listenTo(kind);
    source.addEventListener('alive', this.heard);
    source.addEventListener('hello', (event) => {
      this.heard();
      const first = this.lastId === '';
      this.lastId = (event as MessageEvent).lastEventId;
      if (first) this.readAgain();
    });
    source.addEventListener('stale', (event) => {
      this.heard();
      this.lastId = (event as MessageEvent).lastEventId;
      this.readAgain();
    });
    source.onopen = () => {
      this.wait = firstWait;
      this.heard();
      this.become('live');
    };
    source.onerror = () => {
      clearTimeout(this.silence);
      this.become('away');
      // readyState CONNECTING: the browser itself resumes. CLOSED: it gave up, so we begin again later.
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      this.source = undefined;
      this.timer = setTimeout(() => this.connect(), this.wait);
      this.wait = Math.min(this.wait * 2, longestWait);
    };
  }

  /** What was read before this moment may have changed in between, also what is still coming in. */
  private readAgain() {
    const news = { predicate: isNews };
    whenCameIn(this.queries, news, ({ queryKey }) => void this.queries.invalidateQueries({ queryKey, exact: true }));
    void this.queries.invalidateQueries(news, { cancelRefetch: false });
  }

  private readonly heard = () => {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.become('away');
      this.retryNow();
    }, longestSilence);
  };

  private listenTo(kind: string) {
    const source = this.source;
    if (!source || this.listened.has(kind)) return;
    this.listened.add(kind);
    source.addEventListener(kind, (event) => {
      this.heard();
      const message = event as MessageEvent<string>;
      if (message.lastEventId) this.lastId = message.lastEventId;
      const data = (message.data ? JSON.parse(message.data) : undefined) as never;
      this.handlers.get(kind)?.forEach((handler) => handler(data, this.queries));
    });
  }

  private become(state: LiveState) {
    if (this.state === state) return;
    this.state = state;
    this.watchers.forEach((changed) => changed());
  }
}

let client: LiveClient | undefined;

export function liveClient(queries: QueryClient): LiveClient {
  client ??= new LiveClient(queries);
  return client;
}

/** Calls `then` for each query that is being read now, once that has come in. */
function whenCameIn(queries: QueryClient, which: QueryFilters, then: (query: Query) => void) {
  for (const query of queries.getQueryCache().findAll({ ...which, fetchStatus: 'fetching' })) {
    // one that fails or is begun anew has nothing that is older than the event
    query.promise?.then(() => then(query), () => {});
  }
}

/**
 * Runs `handler` for each event of this kind while the component is shown: update the cache, do not refetch.
 *
 * @param changes what it changes. What is being read of it at that moment may show how it was before, so the handler runs once more
 *   when it has come in; it must not mind that.
 */
export function useLive<T>(kind: string, handler: (data: T, queries: QueryClient) => void, ...changes: QueryKey[]) {
  const queries = useQueryClient();
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(
    () => liveClient(queries).on(kind, (data: never) => {
      const tell = () => latest.current(data as T, queries);
      changes.forEach((queryKey) => whenCameIn(queries, { queryKey }, tell));
      tell();
    }),
    [queries, kind],
  );
}

export function useLiveState(): { state: LiveState; retryNow: () => void } {
  const live = liveClient(useQueryClient());
  const state = useSyncExternalStore(live.watch, () => live.state);
  return { state, retryNow: live.retryNow };
}

/** Opens the stream while someone is signed in. */
export function useLiveConnection(signedIn: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const live = liveClient(queries);
    live.start();
    window.addEventListener('online', live.retryNow);
    return () => {
      window.removeEventListener('online', live.retryNow);
      live.stop();
    };
  }, [queries, signedIn]);
}
