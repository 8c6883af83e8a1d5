import { toastProblem, useAnnounce } from '@app/announce';
import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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

/** Gives the words and files of an answer that was taken back to where one writes. */
export type GiveBack = (words: string, files: PlannedFile[]) => void;

/**
 * What one does with an answer that has not left; the conversation is asked again afterwards, whatever came of it. What is to be done then
 * stands here and not with who asks: the answer may be gone from the screen by then.
 */
export function usePlanned(conversation: string, onBack: GiveBack) {
  const { t } = useTranslation('desk');
  const announce = useAnnounce();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  return {
    takeBack: useMutation({
      mutationFn: ({ id }: { id: string; away?: boolean }) => http.delete<Schemas['AnswerTakenBack']>(`/api/desk/planned-replies/${id}`),
      onSuccess: ({ text, files }, { id, away }) => {
        if (!away) onBack(text, files);
        announce(t(away ? 'planned.isAway' : 'planned.isBack'));
        changeConversation(queries, conversation, (open) => ({ ...open, planned: open.planned.filter((one) => one.id !== id) }));
      },
      onError: toastProblem,
      onSettled,
    }),
    sendNow: useMutation({ mutationFn: (id: string) => http.post(`/api/desk/planned-replies/${id}/send-now`), onSuccess: () => announce(t('sent')), onError: toastProblem, onSettled }),
  };
}
