import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Receivers = Schemas['Receivers'];
export type Priority = Schemas['DeskRow']['priority'];
export type Presence = Receivers['colleagues'][number]['presence'];

/** To whom a contact can be handed, read anew each time: who is there changes. */
export const useReceivers = (contact: string, enabled: boolean) => useQuery({
  queryKey: ['receivers', contact],
  queryFn: ({ signal }) => http.get<Receivers>(`/api/desk/contacts/${contact}/receivers`, signal),
  enabled,
  staleTime: 0,
});

export interface Handed { queue?: string; user?: string; note: string; why?: string }

/** What one can do with a contact from the desk and from the floor. */
export const contactWork = {
  prioritise: (contact: string, priority: Priority) => http.put(`/api/desk/contacts/${contact}/priority`, { priority }),
  transfer: (contact: string, to: Handed) => http.post(`/api/desk/contacts/${contact}/transfer`, to),
};
