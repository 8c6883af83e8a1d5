import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api';
import type { Draft, OpenConversation } from '../types';
import { usual } from './addressees';
import { useDraft } from './useDraft';

const queries = new QueryClient();
const within = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
const kept = (): Draft[] => queries.getQueryData<OpenConversation>(keys.conversation('c1'))?.drafts ?? [];
const open = () => renderHook(({ drafts }: { drafts: Draft[] }) => useDraft('c1', 'reply', drafts, 7), { wrapper: within, initialProps: { drafts: kept() } });

/** What the server was told, and whether it answers. */
let calls: string[] = [];
let answering = true;

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  answering = true;
  queries.setQueryData(keys.conversation('c1'), { drafts: [] });
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!answering) throw new TypeError('no line');
    calls.push(`${request.method} ${await request.text()}`);
    return new Response(null, { status: 204 });
  });
});

afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a draft', () => {
  it('is kept a moment after the last key, with what had been read when the writing began', async () => {
    const { result } = open();
    act(() => result.current.write('Dear'));
    act(() => result.current.write('Dear Anna'));
    await pass(1_000);
    expect(calls).toEqual(['PUT {"text":"Dear Anna","seenSeq":7}']);
  });

  it('is there again when one comes back to the conversation, also within that moment', async () => {
    const first = open();
    act(() => first.result.current.write('Dear Anna'));
    first.unmount();
    await pass(0);
    expect(calls).toHaveLength(1);
    expect(open().result.current.text).toBe('Dear Anna');
  });

  it('is kept as soon as the server answers again', async () => {
    answering = false;
    const { result } = open();
    act(() => result.current.write('Dear Anna'));
    await pass(2_000);
    expect(calls).toEqual([]);
    answering = true;
    await pass(6_000);
    expect(calls).toEqual(['PUT {"text":"Dear Anna","seenSeq":7}']);
  });

  it('takes over what was written in another browser, but never under the hands of who is writing', async () => {
    const { result, rerender } = open();
    rerender({ drafts: [{ kind: 'reply', text: 'From my other screen', seenSeq: 5 }] });
    expect(result.current.text).toBe('From my other screen');
    act(() => result.current.write('From my other screen, and on'));
    rerender({ drafts: [{ kind: 'reply', text: 'Something late', seenSeq: 5 }] });
    expect(result.current.text).toBe('From my other screen, and on');
  });

  it('keeps whom it goes to, also before there are words, and loses that when it was sent', async () => {
    const { result } = open();
    act(() => result.current.address({ ...usual, bcc: ['els@a.example'] }));
    act(() => result.current.write('Dear Anna'));
    await pass(1_000);
    expect(calls).toEqual(['PUT {"text":"Dear Anna","seenSeq":7,"addressees":{"customerOnly":false,"to":[],"cc":[],"bcc":["els@a.example"]}}']);
    act(() => result.current.clear());
    expect(result.current.addressees).toEqual(usual);
    cleanup();
    queries.setQueryData(keys.conversation('c1'), { drafts: [{ kind: 'reply', text: '', seenSeq: 7, addressees: { ...usual, customerOnly: true } }] });
    expect(open().result.current.addressees.customerOnly).toBe(true);
  });

  it('has been read no further than whoever wrote the words that come back had read', () => {
    const { result } = open();
    act(() => result.current.write('Dear Anna, as I wrote', 4));
    expect(result.current.seenSeq).toBe(4);
    act(() => result.current.write('Dear Anna, as I wrote before'));
    expect(result.current.seenSeq).toBe(4);
  });

  it('does not come back after it was sent', async () => {
    const { result } = open();
    act(() => result.current.write('Dear Anna'));
    await pass(1_000);
    act(() => result.current.clear());
    await pass(10_000);
    expect(calls.at(-1)).toMatch(/^DELETE/);
    expect(kept()).toEqual([]);
    expect(result.current.text).toBe('');
  });
});
