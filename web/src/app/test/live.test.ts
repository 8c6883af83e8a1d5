import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveClient } from '../live';

/** An `EventSource` whose server is the test. */
class FakeStream extends EventTarget {
  static opened: FakeStream[] = [];
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 0;

  constructor(readonly url: string) {
    super();
    FakeStream.opened.push(this);
  }

  say(kind: string, data: unknown, id: string) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId: id }));
  }

  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }

  close() { this.readyState = 2; }
}

const open = (url: string) => new FakeStream(url) as unknown as EventSource;
let queries: QueryClient;
let live: LiveClient;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', { CLOSED: 2 });
  FakeStream.opened = [];
  queries = new QueryClient();
  live = new LiveClient(queries, open);
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the live stream', () => {
  it('gives each event to those who listen to its kind, also when they began before the stream was open', () => {
    const heard: unknown[] = [];
    live.on('desk.row.changed', (data) => heard.push(data));
    live.start();
    live.on('desk.other', () => heard.push('other'));
    FakeStream.opened[0]!.say('desk.row.changed', { id: 1 }, '7');
    expect(heard).toEqual([{ id: 1 }]);
  });

  it('lets the browser resume by itself and says that it is away meanwhile', () => {
    live.start();
    FakeStream.opened[0]!.onopen?.();
    expect(live.state).toBe('live');
    FakeStream.opened[0]!.fail(0);
    expect(live.state).toBe('away');
    vi.advanceTimersByTime(60_000);
    expect(FakeStream.opened).toHaveLength(1);
  });

  it('notices that a line died in silence, and goes on after the last number', () => {
    live.on('desk.row.changed', () => {});
    live.start();
    FakeStream.opened[0]!.onopen?.();
    FakeStream.opened[0]!.say('desk.row.changed', {}, '41');
    vi.advanceTimersByTime(30_000);
    FakeStream.opened[0]!.say('alive', {}, '41');
    vi.advanceTimersByTime(30_000);
    expect(FakeStream.opened).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(live.state).toBe('away');
    expect(FakeStream.opened[0]!.readyState).toBe(2);
    expect(FakeStream.opened[1]!.url).toBe('/api/live?after=41');
  });

  it('opens a new stream after the last number when it was refused, waiting longer each time', () => {
    live.on('desk.row.changed', () => {});
    live.start();
    FakeStream.opened[0]!.say('desk.row.changed', {}, '41');
    FakeStream.opened[0]!.fail(2);
    vi.advanceTimersByTime(1_000);
    expect(FakeStream.opened[1]!.url).toBe('/api/live?after=41');
    FakeStream.opened[1]!.fail(2);
    vi.advanceTimersByTime(1_999);
    expect(FakeStream.opened).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(FakeStream.opened).toHaveLength(3);
  });

  it('fetches everything again when the log no longer reaches back', () => {
    const invalidated = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue();
    live.start();
    FakeStream.opened[0]!.say('stale', {}, '90');
    expect(invalidated).toHaveBeenCalledOnce();
  });

  it('has read again what was still being read when it opened, since that may have changed before', async () => {
    const answers: ((text: string) => void)[] = [];
    const queryFn = () => new Promise<string>((answer) => { answers.push(answer); });
    const leave = new QueryObserver(queries, { queryKey: ['list'], queryFn }).subscribe(() => {});
    live.start();
    FakeStream.opened[0]!.say('hello', {}, '7');
    answers[0]!('read before');
    await vi.advanceTimersByTimeAsync(0);
    answers[1]!('read after');
    await vi.advanceTimersByTimeAsync(0);
    expect(queries.getQueryData(['list'])).toBe('read after');
    expect(answers).toHaveLength(2);
    leave();
  });
});
