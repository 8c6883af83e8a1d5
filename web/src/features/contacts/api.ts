import { toastDone, toastProblem } from '@app/announce';
import { http } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useLive } from '@app/live';
import { useSession } from '@app/session';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

export const troubles = ['FAILED', 'BOUNCED', 'RETRYING', 'GIVEN_UP'] as const;
export type Trouble = (typeof troubles)[number];

export interface Item {
  message: string; conversation: string; brand: string; channel: string; purpose: string; subject: string; author: string;
  address?: string; trouble: Trouble; since: string; why?: string; attempts: number; nextTry?: string;
}

export interface Counts { retrying: number; failed: number; bounced: number; mine: number }

const key = ['undelivered'] as const;

export const useUndelivered = (filter: { trouble?: Trouble; search?: string; mine?: boolean }) =>
  usePagedList<Item>([...key, 'list'], '/api/undelivered', filter);

export function useUndeliveredCounts() {
  const { may } = useSession();
  return useQuery({
    queryKey: [...key, 'counts'],
    queryFn: ({ signal }) => http.get<Counts>('/api/undelivered/counts', signal),
    enabled: may(['outbox.view', 'contacts.handle']),
  });
}

/** Keeps list and counts true while something of them is on screen. */
export function useUndeliveredLive() {
  useLive('contacts.undelivered.changed', (_, queries) => void queries.invalidateQueries({ queryKey: key }), key);
  useLive('contacts.undelivered.mine', (_, queries) => void queries.invalidateQueries({ queryKey: key }), key);
}

export function useUndeliveredActions() {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const after = {
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  };
  const again = useMutation({
    mutationFn: (message: string) => http.post(`/api/undelivered/${message}/again`),
    onSuccess: () => toastDone(t('sendingAgain')),
    ...after,
  });
  const giveUp = useMutation({
    mutationFn: (message: string) => http.post(`/api/undelivered/${message}/give-up`),
    onSuccess: () => toastDone(t('givenUp')),
    ...after,
  });
  return { again, giveUp };
}
