import { http, withQuery } from '@app/api/http';
import { usePagedList } from '@app/list/usePagedList';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Blocked, EnvelopeDetail, EnvelopeRow, Held, HourRow, Inbox, InboxDraft, SentDetail, SentMail, TestResult } from './types';

const often = 5_000;

export const useHours = (from: string) => useQuery({
  queryKey: ['intake', 'hours', from],
  queryFn: ({ signal }) => http.get<HourRow[]>(withQuery('/api/intake/hours', { from }), signal),
  refetchInterval: often,
});

export const useEnvelopes = (filter: { state?: string; search?: string }) =>
  usePagedList<EnvelopeRow>(['intake', 'envelopes'], '/api/intake/envelopes', filter);

export const useEnvelope = (id: string) => useQuery({
  queryKey: ['intake', 'envelope', id],
  queryFn: ({ signal }) => http.get<EnvelopeDetail>(`/api/intake/envelopes/${id}`, signal),
});

/** What a person does with what waits or was held back; afterwards everything about the intake is read again. */
export function useIntakeActions() {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: ['intake'] }) };
  const replay = useMutation({ mutationFn: (id: string) => http.post(`/api/intake/envelopes/${id}/replay`), ...after });
  const accept = useMutation({ mutationFn: (id: string) => http.post(`/api/intake/envelopes/${id}/accept`), ...after });
  const replayAll = useMutation({ mutationFn: () => http.post<{ count: number }>('/api/intake/replay'), ...after });
  return { replay, accept, replayAll };
}

export const useSentMails = (filter: { purpose?: string; search?: string }) => usePagedList<SentMail>(['outbox'], '/api/outbox', filter);

export const useSentMail = (id: string) => useQuery({
  queryKey: ['outbox', 'mail', id],
  queryFn: ({ signal }) => http.get<SentDetail>(`/api/outbox/${id}`, signal),
});

export const useInboxes = (enabled = true) => useQuery({
  enabled,
  queryKey: ['email-accounts'],
  queryFn: ({ signal }) => http.get<Inbox[]>('/api/email-accounts', signal),
  refetchInterval: 15_000,
});

/** Whether there is an address that is switched on. */
export function useAnyInbox(enabled: boolean): boolean | undefined {
  const inboxes = useInboxes(enabled);
  return inboxes.data?.some((inbox) => inbox.active);
}

export function useInboxActions() {
  const queries = useQueryClient();
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: ['email-accounts'] }) };
  const save = useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: InboxDraft }) =>
      (id ? http.put<Inbox>(`/api/email-accounts/${id}`, draft) : http.post<Inbox>('/api/email-accounts', draft)),
    ...after,
  });
  const switchOn = useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) => http.put<Inbox>(`/api/email-accounts/${id}/active`, { active }),
    ...after,
  });
  const test = useMutation({ mutationFn: (id: string) => http.post<TestResult>(`/api/email-accounts/${id}/test`), ...after });
  return { save, switchOn, test };
}

export const useHeld = (search: string) => usePagedList<Held>(['held-mails'], '/api/held-mails', { search: search || undefined });

export const useBlocked = () => usePagedList<Blocked>(['blocked-senders'], '/api/blocked-senders');

export function useSpamActions() {
  const queries = useQueryClient();
  const after = {
    onSettled: () => Promise.all(['blocked-senders', 'held-mails'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  };
  const block = useMutation({ mutationFn: (body: { brand: string; sender: string }) => http.post<Blocked>('/api/blocked-senders', body), ...after });
  const lift = useMutation({ mutationFn: (id: string) => http.delete(`/api/blocked-senders/${id}`), ...after });
  const release = useMutation({
    mutationFn: ({ id, unblock }: { id: string; unblock: boolean }) => http.post(`/api/held-mails/${id}/release`, { unblock }), ...after,
  });
  return { block, lift, release };
}
