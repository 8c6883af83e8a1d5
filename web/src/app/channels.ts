import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from './api/http';

/** The channels of this installation with their names; the keys stand in rules and opening hours. */
export function useChannels() {
  const { i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['channels', 'names', i18n.language], staleTime: Infinity,
    queryFn: ({ signal }) => http.get<{ key: string; name: string }[]>('/api/channels', signal),
  });
  return { channels: data ?? [], nameOf: (key: string) => data?.find((one) => one.key === key)?.name ?? key };
}
