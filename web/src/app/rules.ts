import { useQuery } from '@tanstack/react-query';
import { http } from './api/http';
import { useLive } from './live';
import { useSession } from './session';

export interface NamedQueue { id: string; brand: string; name: string }
export interface NamedCalendar { id: string; name: string }

/** The queues one may see, for whoever names them in a rule; nothing for who may see none. */
export function useNamedQueues() {
  const { may } = useSession();
  const { data } = useQuery({
    queryKey: ['routing', 'queues'], enabled: may(['contacts.view', 'live.view', 'routing.configure']),
    queryFn: ({ signal }) => http.get<{ queue: NamedQueue }[]>('/api/routing/queues', signal),
  });
  return (data ?? []).map((one) => one.queue);
}

/** The calendars to which something may keep. */
export function useNamedCalendars() {
  useLive('organisation.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['organisation', 'calendars'] }), ['organisation', 'calendars']);
  const { data } = useQuery({ queryKey: ['organisation', 'calendars'], queryFn: ({ signal }) => http.get<NamedCalendar[]>('/api/organisation/calendars', signal) });
  return data ?? [];
}
