import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Receivers = Schemas['Receivers'];
export type Priority = Schemas['DeskRow']['priority'];
/** What came of each of those that were to be moved while they wait. */
export type Acted = Schemas['WaitingActed'];
export type BroughtBack = Schemas['BroughtBack'];
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
  /** Only as far as they still wait there, so that nothing is taken from whoever has it by now. */
  transferWaiting: (queue: string, contacts: string[], to: Handed) => http.post<Acted[]>(`/api/desk/queues/${queue}/waiting/transfer`, { contacts, ...to }),
  /** For oneself, or for a queue or a person; only while nobody has it. */
  bringBack: (conversation: string, to: Partial<Handed>, solvedToo: boolean) => http.post<BroughtBack>(`/api/desk/conversations/${conversation}/bring-back`, { ...to, solvedToo }),
};
