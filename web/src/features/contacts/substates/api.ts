import { http, withQuery } from '@app/api/http';
import { useLive } from '@app/live';
import { useQuery } from '@tanstack/react-query';

export const states = ['OPEN', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_DEPARTMENT'] as const;
export type State = (typeof states)[number];
/** Without an id as long as it is new. */
export interface SubState { id?: string; state: State; nameNl: string; nameEn: string; comesBackDays?: number; archived: boolean }
export interface SubStates { subStates: SubState[]; version: number }

const key = ['sub-states'] as const;

export function useSubStates(brand: string) {
  useLive('contacts.sub-states.changed', (_, queries) => void queries.invalidateQueries({ queryKey: key }), key);
  return useQuery({ queryKey: [...key, brand], queryFn: ({ signal }) => http.get<SubStates>(withQuery('/api/sub-states', { brand }), signal) });
}

export const storeSubStates = (brand: string, wanted: SubStates) => http.put(withQuery('/api/sub-states', { brand }), wanted);
