import { liveClient } from '@app/live';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useCustomer } from './api';

class Stream extends EventTarget {
  static only: Stream;
  onopen = null;
  onerror = null;

  constructor() {
    super();
    Stream.only = this;
  }

  close() {}
}

const queries = new QueryClient();
const within = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;

afterEach(() => {
  liveClient(queries).stop();
  vi.unstubAllGlobals();
});

it('a customer whom somebody else put in another group is shown so', async () => {
  let group: string | undefined;
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', async () => Response.json({ customer: { id: 'u1', group }, identities: [], orders: [] }));
  liveClient(queries).start();
  const { result } = renderHook(() => useCustomer('u1'), { wrapper: within });
  await waitFor(() => expect(result.current.data).toBeDefined());
  group = 'g1';
  act(() => { Stream.only.dispatchEvent(new MessageEvent('customer.changed', { data: JSON.stringify({ customer: 'u1' }), lastEventId: '1' })); });
  await waitFor(() => expect(result.current.data?.customer.group).toBe('g1'));
});
