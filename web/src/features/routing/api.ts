import { http } from '@app/api/http';
import type { Acted, Priority } from '@app/contact/api';
import { readWhole, usePagedList } from '@app/list/usePagedList';
import { useSession } from '@app/session';
import { useQuery } from '@tanstack/react-query';
import type { AgentNow, AllHandsCall, Capacity, Choices, Named, NoticeSent, Overflowed, PersonCapacity, Queue, QueueNow, QueueRule, QueueToday, ServiceLevel, WaitingRow } from './types';

export const keys = {
  queues: ['routing', 'queues'] as const,
  agents: ['routing', 'agents'] as const,
  overflow: ['routing', 'overflow'] as const,
  today: ['routing', 'today'] as const,
  level: ['routing', 'service-level'] as const,
  line: (queue: string) => ['routing', 'line', queue] as const,
  rules: ['routing', 'rules'] as const,
  choices: ['routing', 'choices'] as const,
  capacity: ['routing', 'capacity'] as const,
  allHands: ['routing', 'all-hands'] as const,
  sent: ['routing', 'notices', 'sent'] as const,
};

/** No news comes of what others share with a partner. */
const useAgain = () => (useSession().user?.partnerId ? 15_000 : false);
export const useQueues = (enabled = true) =>
  useQuery({ queryKey: keys.queues, queryFn: ({ signal }) => http.get<QueueNow[]>('/api/routing/queues', signal), enabled, refetchInterval: useAgain() });
/** Without what others share with one's company: that is set up and directed by them. */
export function useOwnQueues() {
  const partner = useSession().user?.partnerId;
  const queues = useQueues();
  return { ...queues, data: queues.data?.filter(({ queue }) => !partner || queue.partner === partner) };
}
export function useAnyQueue(enabled: boolean): boolean | undefined {
  const queues = useQueues(enabled);
  return queues.data && queues.data.length > 0;
}
export const useAgents = () => useQuery({ queryKey: keys.agents, queryFn: ({ signal }) => readWhole<AgentNow>('/api/routing/agents', signal) });
export const useOverflow = () => usePagedList<Overflowed>(keys.overflow, '/api/routing/overflow', {}, { again: useAgain() || undefined });
/** Read again as time goes by, since a promise falls due without any news. */
export const useToday = () =>
  useQuery({ queryKey: keys.today, queryFn: ({ signal }) => http.get<QueueToday[]>('/api/routing/today', signal), refetchInterval: 30_000 });
export const useServiceLevel = () =>
  useQuery({ queryKey: keys.level, queryFn: ({ signal }) => http.get<ServiceLevel>('/api/routing/service-level', signal), refetchInterval: 30_000 });
/** Everything that waits in a queue; its order changes as time goes by. */
export const useLine = (queue: string, search?: string) => usePagedList<WaitingRow>(
  keys.line(queue), `/api/desk/queues/${queue}/waiting`, { search }, { again: 30_000 });
export const useRules = () => useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => http.get<QueueRule[]>('/api/routing/rules', signal) });
export const useChoices = () => useQuery({ queryKey: keys.choices, queryFn: ({ signal }) => http.get<Choices>('/api/routing/choices', signal) });
export const useCapacity = (enabled = true) => useQuery({ queryKey: keys.capacity, queryFn: ({ signal }) => http.get<PersonCapacity[]>('/api/routing/capacity', signal), enabled });

/** What helping hands have in hand makes no news of its own. */
export const useAllHands = (enabled: boolean) =>
  useQuery({ queryKey: keys.allHands, enabled, queryFn: ({ signal }) => http.get<AllHandsCall[]>('/api/routing/all-hands', signal), refetchInterval: (query) => (query.state.data?.length ? 15_000 : false) });
export const useSent = () => useQuery({ queryKey: keys.sent, queryFn: ({ signal }) => http.get<NoticeSent[]>('/api/routing/notices/sent', signal) });
export const useNoticeTeams = (enabled: boolean) =>
  useQuery({ queryKey: ['routing', 'notices', 'teams'], queryFn: ({ signal }) => http.get<Named[]>('/api/routing/notices/teams', signal), enabled });

export type QueueDraft = Omit<Queue, 'id'>;
export type RuleDraft = Omit<QueueRule, 'id'>;

export const routing = {
  prioritise: (queue: string, contacts: string[], priority: Priority) => http.post<Acted[]>(`/api/desk/queues/${queue}/waiting/priority`, { contacts, priority }),
  createQueue: (queue: QueueDraft) => http.post<{ id: string }>('/api/routing/queues', queue),
  changeQueue: (id: string, queue: QueueDraft) => http.put(`/api/routing/queues/${id}`, queue),
  closeQueue: (id: string) => http.delete(`/api/routing/queues/${id}`),
  addRule: (rule: RuleDraft) => http.post<{ id: string }>('/api/routing/rules', rule),
  removeRule: (id: string) => http.delete(`/api/routing/rules/${id}`),
  setCapacity: (user: string, capacity: Capacity) => http.put(`/api/routing/capacity/${user}`, capacity),
  logOff: (user: string, why: string) => http.post(`/api/routing/agents/${user}/log-off`, { why }),
  giveOtherWork: (user: string, work: { queues: string[]; only: boolean; until: string; why: string }) => http.put(`/api/routing/agents/${user}/other-work`, work),
  endOtherWork: (user: string) => http.delete(`/api/routing/agents/${user}/other-work`),
  callAllHands: (call: { queue: string | undefined; words: string; until: string }) => http.post('/api/routing/all-hands', call),
  endAllHands: (id: string) => http.post(`/api/routing/all-hands/${id}/end`, {}),
  say: (notice: { words: string; team?: string; queue?: string; person?: string }) => http.post('/api/routing/notices', notice),
  resetCapacity: (user: string) => http.delete(`/api/routing/capacity/${user}`),
};
