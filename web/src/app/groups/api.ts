import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import type { components } from '../api/schema';
import { useLive } from '../live';
import { useSession } from '../session';

export type CustomerGroup = components['schemas']['CustomerGroup'];

export const groupsKey = ['customer-groups'] as const;

/** Groups of customers of one's brands, in order; also those that are not used any more. */
export function useCustomerGroups() {
  const { may } = useSession();
  useLive('customer-groups.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: groupsKey }), groupsKey);
  return useQuery({
    queryKey: groupsKey, staleTime: 60_000, enabled: may(['customers.view', 'organisation.configure']),
    queryFn: ({ signal }) => http.get<CustomerGroup[]>('/api/customer-groups', signal),
  });
}
