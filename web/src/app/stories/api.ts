import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '../api/schema';
import { http } from '../api/http';
import { usePagedList } from '../list/usePagedList';
import { useLive } from '../live';

export type Story = components['schemas']['CustomerStory'];

const key = (customer: string) => ['stories', customer];

/** What matters to a customer, newest first; a colleague's words appear by themselves. */
export function useStories(customer: string) {
  useLive<{ customer: string }>('customer.story.changed', (changed, queries) => void queries.invalidateQueries({ queryKey: key(changed.customer) }), ['stories']);
  return usePagedList<Story>(key(customer), `/api/customers/${customer}/stories`);
}

export function useTelling(customer: string) {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: key(customer) }) };
  return {
    add: useMutation({ mutationFn: (text: string) => http.post<Story>(`/api/customers/${customer}/stories`, { text }), ...after }),
    change: useMutation({ mutationFn: ({ id, text, version }: { id: string; text: string; version: number }) => http.put<Story>(`/api/stories/${id}`, { text, version }), ...after }),
    remove: useMutation({ mutationFn: (id: string) => http.delete(`/api/stories/${id}`), ...after }),
    restore: useMutation({ mutationFn: (id: string) => http.post(`/api/stories/${id}/restore`), ...after }),
  };
}
