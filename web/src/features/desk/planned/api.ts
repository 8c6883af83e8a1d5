import { toastProblem, useAnnounce } from '@app/announce';
import { http, withQuery } from '@app/api/http';
import { Problem } from '@app/api/problem';
import type { components } from '@app/api/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastUndo } from '@app/confirm';
import { changeConversation, keys } from '../api';
import { giveBack } from './giveBack';
import type { NewReply } from '../types';

type Schemas = components['schemas'];
export type Planned = Schemas['PlannedAnswer'];
export type PlannedFile = Schemas['PlannedFile'];
export type TakenBack = Schemas['AnswerTakenBack'];
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


/** What came too late for the line is asked again: each of these is harmless when repeated. */
const again = { retry: (failures: number, error: unknown) => failures < 3 && Problem.of(error).status === 0, networkMode: 'always' } as const;

/**
 * What one does with an answer that has not left; the conversation is asked again afterwards, whatever came of it. What is to be done then
 * stands here and not with who asks: the answer may be gone from the screen by then.
 *
 * @param onGone its line goes from the thread, and with it the focus
 */
export function usePlanned(conversation: string, onGone: () => void) {
  const { t } = useTranslation('desk');
  const announce = useAnnounce();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
  const takeBack = useMutation({
    ...again,
    mutationFn: ({ id, away }: { id: string; away?: boolean }) => http.delete<TakenBack>(withQuery(`/api/desk/planned-replies/${id}`, { away })),
    onSuccess: async (answer, { id, away }) => {
      changeConversation(queries, conversation, (open) => ({ ...open, planned: open.planned.filter((one) => one.id !== id) }));
      if (away) {
        onGone();
        toastUndo(t('planned.isAway'), t('app:undo'), () => takeBack.mutate({ id }));
      } else {
        await giveBack(queries, conversation, answer);
        announce(t('planned.isBack'));
      }
    },
    onError: toastProblem,
    onSettled,
  });
  const sendNow = useMutation({
    ...again,
    mutationFn: (id: string) => http.post(`/api/desk/planned-replies/${id}/send-now`),
    onSuccess: () => {
      onGone();
      announce(t('sent'));
    },
    onError: toastProblem,
    onSettled,
  });
  return { takeBack, sendNow };
}
