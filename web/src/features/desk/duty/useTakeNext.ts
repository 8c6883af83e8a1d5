import { toastDone, toastProblem, useAnnounce } from '@app/announce';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { desk } from '../api';

/** Takes the contact one should do next and opens it. */
export function useTakeNext(queue?: string) {
  const { t } = useTranslation('desk');
  const go = useNavigate();
  const announce = useAnnounce();
  const next = useMutation({
    mutationFn: () => desk.next(queue),
    onSuccess: ({ conversation }) => {
      if (conversation) {
        announce(t('taken'));
        void go(`/desk/mine/${conversation}`);
      } else {
        toastDone(t('nothingWaits'), { id: 'nothing-waits' });
      }
    },
    onError: toastProblem,
  });
  return { takeNext: () => next.mutate(), taking: next.isPending };
}
