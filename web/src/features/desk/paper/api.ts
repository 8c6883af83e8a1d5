import { http, withQuery } from '@app/api/http';
import { useQuery } from '@tanstack/react-query';
import type { Message, OpenConversation } from '../types';

const page = 200;

/** A conversation with every message in it, from the first. */
export const useWhole = (id: string) => useQuery({
  queryKey: ['desk', 'whole', id],
  queryFn: async ({ signal }) => {
    const path = `/api/desk/conversations/${id}`;
    const open = await http.get<OpenConversation>(path, signal);
    let messages = open.messages;
    while ((messages[0]?.seq ?? 1) > 1) {
      const { items } = await http.get<{ items: Message[] }>(withQuery(`${path}/messages`, { before: messages[0]!.seq, limit: page }), signal);
      if (items.length === 0) break;
      messages = [...items, ...messages];
    }
    return { ...open, messages };
  },
  staleTime: 0,
  gcTime: 0,
});
