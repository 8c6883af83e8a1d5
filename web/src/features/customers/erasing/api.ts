import { http } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useQuery } from '@tanstack/react-query';

export const askers = ['CUSTOMER', 'REPRESENTATIVE', 'AUTHORITY', 'OURSELVES'] as const;
export const reasons = ['REQUEST', 'NO_LONGER_NEEDED', 'OBJECTION', 'UNLAWFUL', 'CHILD'] as const;

export interface Count { kind: string; number: number }

export interface Held { kind: string; number: string; id: string }

export interface Receipt {
  id: string;
  number: number;
  brand: string;
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED';
  askedBy: (typeof askers)[number];
  reason: (typeof reasons)[number];
  reference?: string;
  ordersToo: boolean;
  requestedAt: string;
  requestedBy: string;
  step: number;
  steps: number;
  erased: Count[];
  kept: Count[];
  marks: string[];
  finishedAt?: string;
  repeatedAt?: string;
}

export interface Preview { customer: string; brand: string; confirm: string; erased: Count[]; orders: number; held: Held[]; underWay?: Receipt }

export interface Asked { askedBy: Receipt['askedBy']; reason: Receipt['reason']; reference: string; ordersToo: boolean; confirm: string }

const LOOK_AGAIN = 1000;

export const usePreview = (customer: string) => useQuery({
  queryKey: ['customers', 'erasure', customer],
  queryFn: ({ signal }) => http.get<Preview>(`/api/customers/${customer}/erasure`, signal),
  gcTime: 0,
});

export const useErasures = (text: string) => usePagedList<Receipt>(['customers', 'erasures'], '/api/erasures', { text });

/** Looked at again as long as the work goes on. */
export const useReceipt = (id: string) => useQuery({
  queryKey: ['customers', 'receipt', id],
  queryFn: ({ signal }) => http.get<Receipt>(`/api/erasures/${id}`, signal),
  refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? LOOK_AGAIN : state.data?.state === 'WAITING' ? 20 * LOOK_AGAIN : false),
});

export const erase = (customer: string, asked: Asked) => http.post<Receipt>(`/api/customers/${customer}/erasure`, asked);
export const takeBack = (id: string) => http.delete(`/api/erasures/${id}`);
export const ofAddress = (address: string) => http.post<Receipt[]>('/api/erasures/of-address', { address });
