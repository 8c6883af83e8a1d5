import { toastProblem, useAnnounce } from '@app/announce';
import { useUser } from '@app/session';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import { usePlanned } from './api';
import type { GiveBack } from './PlannedItem';

/** Takes back the answer that one sent last and that has not left; absent when there is none. */
export function useTakeBackByKey(open: OpenConversation, onBack: GiveBack): (() => void) | undefined {
  const { t } = useTranslation('desk');
  const announce = useAnnounce();
  const me = useUser().id;
  const { takeBack } = usePlanned(open.conversation.id);
  const last = open.planned?.findLast((one) => one.state === 'PLANNED' && !one.later && one.author === me);
  if (!last || takeBack.isPending) return undefined;
  return () => takeBack.mutate(last.id, {
    onSuccess: ({ text, files }) => {
      onBack(text, files);
      announce(t('planned.isBack'));
    },
    onError: toastProblem,
  });
}
