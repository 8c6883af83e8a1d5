import { toastProblem, useAnnounce } from '@app/announce';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys } from '../api';

/** Takes a waiting contact, unless a colleague was first. */
export function useTake(conversation: string, contact: string | undefined) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const taking = useMutation({
    mutationFn: () => desk.take(contact!),
    onSuccess: () => announce(t('taken')),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) }),
  });
  return { take: () => contact && taking.mutate(), taking: taking.isPending };
}
