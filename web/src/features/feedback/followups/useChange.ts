import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@app/api/http';
import type { FollowUp } from '../types';

/** Changes a follow-up as it was seen; afterwards the lists are asked again, also when a colleague was first. */
export function useChange(followUp: FollowUp) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ what, ...body }: { what: 'take' | 'hand-over' | 'close' | 'reopen'; to?: string; outcome?: string; note?: string; version?: number }) =>
      http.post<FollowUp>(`/api/follow-ups/${followUp.id}/${what}`, { version: followUp.version, ...body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['follow-ups'] }),
  });
}
