import { useQuery } from '@tanstack/react-query';
import { http } from '@app/api/http';

export interface DemoPerson { email: string; name: string; role: string; partner?: string }
export interface Demo { password: string; people: DemoPerson[] }

/** The demo company; null in an installation for real work. */
export const useDemo = () => useQuery({
  queryKey: ['demo'],
  queryFn: async ({ signal }) => (await http.get<Demo | undefined>('/api/demo', signal)) ?? null,
  staleTime: Infinity,
  retry: false,
}).data;
