import { useUser } from '@app/session';
import type { OpenConversation } from '../types';
import { usePlanned, type Thread } from './api';

/** Takes back the answer that one sent last and that has not left; absent when there is none. */
export function useTakeBackByKey(open: OpenConversation, thread: Thread): (() => void) | undefined {
  const me = useUser().id;
  const { takeBack } = usePlanned(open.conversation.id, thread);
  const last = open.planned?.findLast((one) => one.state === 'PLANNED' && !one.later && one.author === me);
  return last && !takeBack.isPending ? () => takeBack.mutate({ id: last.id }) : undefined;
}
