import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeConversation, keys } from '../api';
import type { NewReply } from '../types';

type Schemas = components['schemas'];
export type Planned = Schemas['PlannedAnswer'];
export type PlannedFile = Schemas['PlannedFile'];
export type SendingMoment = Schemas['SendingMoment'];

/** @param sendAt absent for now, but for the moment in which it can be taken back */
export const plan = (conversation: string, reply: NewReply, sendAt?: string) =>
  http.post<Schemas['AnswerOnItsWay']>(`/api/desk/conversations/${conversation}/planned-replies`, { reply, sendAt });

/** When one usually sends later, read anew each time one looks, as now goes on. */
export const useSendingMoments = (conversation: string, enabled: boolean) => useQuery({
  queryKey: ['sending-moments', conversation],
  queryFn: ({ signal }) => http.get<SendingMoment[]>(`/api/desk/conversations/${conversation}/sending-moments`, signal),
  enabled,
  staleTime: 0,
  gcTime: 0,
});

/** What one does with an answer that has not left; the conversation is asked again afterwards, whatever came of it. */
export function usePlanned(conversation: string) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  const gone = (id: string) => changeConversation(queries, conversation, (open) => ({ ...open, planned: open.planned.filter((one) => one.id !== id) }));
  return {
    takeBack: useMutation({
      mutationFn: (id: string) => http.delete<Schemas['AnswerTakenBack']>(`/api/desk/planned-replies/${id}`),
      onSuccess: (_, id) => gone(id),
      onSettled,
    }),
    sendNow: useMutation({ mutationFn: (id: string) => http.post(`/api/desk/planned-replies/${id}/send-now`), onSettled }),
  };
}
