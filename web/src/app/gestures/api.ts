import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from '../api/http';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Gesture = Schemas['Gesture'];
export type GestureChoice = Schemas['GestureChoice'];
export type AtHand = Schemas['GesturesAtHand'];
export type TeamMonth = Schemas['TeamMonth'];
type NewGesture = Schemas['NewGesture'];

/** Everything about gestures is asked again when something of them changes anywhere. */
export const gestureKey = ['gestures'] as const;

/** Earlier and waiting gestures of one customer, newest first. */
export const useGesturesOf = (customer: string) => useQuery({
  queryKey: [...gestureKey, 'of', customer],
  queryFn: ({ signal }) => http.get<Gesture[]>(withQuery('/api/gestures/of', { customer }), signal),
});

/** What may be given in a conversation, and how far one's mandate reaches; read while somebody chooses. */
export const useGesturesAtHand = (conversation: string, enabled: boolean) => useQuery({
  queryKey: [...gestureKey, 'at-hand', conversation],
  queryFn: ({ signal }) => http.get<AtHand>(withQuery('/api/gestures/at-hand', { conversation }), signal),
  enabled,
  staleTime: 0,
});

/** Gives, decides and takes back; whatever came of it, lists are asked again. */
export function useGestures() {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: gestureKey }) };
  const at = (id: string) => `/api/gestures/${id}`;
  return {
    give: useMutation({ mutationFn: (wanted: NewGesture) => http.post<Gesture>('/api/gestures', wanted), ...after }),
    decide: useMutation({ mutationFn: ({ id, approved, word }: { id: string; approved: boolean; word?: string }) => http.post<Gesture>(`${at(id)}/decision`, { approved, word }), ...after }),
    withdraw: useMutation({ mutationFn: (id: string) => http.post<Gesture>(`${at(id)}/withdrawal`), ...after }),
    cancel: useMutation({ mutationFn: ({ id, why }: { id: string; why: string }) => http.post<Gesture>(`${at(id)}/cancellation`, { why }), ...after }),
    talk: useMutation({ mutationFn: ({ id, note }: { id: string; note: string }) => http.post<Gesture>(`${at(id)}/talk`, { note }), ...after }),
  };
}
