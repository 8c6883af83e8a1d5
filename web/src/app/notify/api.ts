import { http } from '@app/api/http';
import { toastProblem } from '@app/announce';
import { useNow } from '@app/clock';
import { useLive } from '@app/live';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isQuiet, type NotificationSettings } from './choose';
import type { NewsKind } from './news';

export const notificationsKey = ['notifications'];
const path = '/api/people/me/notifications';
const quietPath = '/api/people/me/do-not-disturb';

export const lasting = ['HOUR', 'MORNING', 'UNTIL_ENDED'] as const;
export type Lasts = (typeof lasting)[number];

export const useNotificationSettings = () =>
  useQuery({ queryKey: notificationsKey, queryFn: ({ signal }) => http.get<NotificationSettings>(path, signal), staleTime: Infinity });

/** On another tab or machine; what one changes here is read again once all of it is kept. */
export const useFollowNotificationSettings = () => useLive('notifications.changed', (_news, queries) => {
  if (queries.isMutating({ mutationKey: notificationsKey }) === 0) void queries.invalidateQueries({ queryKey: notificationsKey });
}, notificationsKey);

/** Of the kinds of news only those that change. */
type Change = Partial<Omit<NotificationSettings, 'ways'>> & { ways?: Partial<NotificationSettings['ways']> };

/** Kept at once, one after another; what could not be kept goes back to how it was. */
export function useChangeNotifications() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: notificationsKey,
    scope: { id: 'notifications' },
    mutationFn: (change: Change) => {
      // as it stands by now, with what was changed after it
      const { ways, showsSubject, volume } = queries.getQueryData<NotificationSettings>(notificationsKey)!;
      const kinds = Object.keys(change.ways ?? {}) as NewsKind[];
      return http.put<NotificationSettings>(path, { ways: Object.fromEntries(kinds.map((kind) => [kind, ways[kind]])), showsSubject, volume });
    },
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: notificationsKey });
      const before = queries.getQueryData<NotificationSettings>(notificationsKey);
      queries.setQueryData<NotificationSettings>(notificationsKey, (now) => now && { ...now, ...change, ways: { ...now.ways, ...change.ways } });
      return before;
    },
    onError: (failure, _change, before) => {
      toastProblem(failure);
      queries.setQueryData(notificationsKey, before);
      void queries.invalidateQueries({ queryKey: notificationsKey });
    },
  });
}

export function useDoNotDisturb() {
  const queries = useQueryClient();
  const { data } = useNotificationSettings();
  const now = useNow();
  const keep = { onSuccess: (settings: NotificationSettings) => queries.setQueryData(notificationsKey, settings), onError: toastProblem };
  const begin = useMutation({ ...keep, mutationFn: (lasts: Lasts) => http.put<NotificationSettings>(quietPath, { lasts }) });
  const end = useMutation({ ...keep, mutationFn: () => http.delete<NotificationSettings>(quietPath) });
  return { quiet: data && isQuiet(data, now) ? data.doNotDisturb! : undefined, begin, end };
}

/** Whether news of this kind also comes up beside the page; as ever while that is not known. */
export const useOnScreen = (kind: NewsKind) => useNotificationSettings().data?.ways[kind].onScreen ?? true;
