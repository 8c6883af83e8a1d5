import { useUser } from '@app/session';
import type { OpenConversation } from '../types';
import { usePlanned } from './api';

/** Takes back the answer that one sent last and that has not left; absent when there is none. */
export function useTakeBackByKey(open: OpenConversation, onGone: () => void): (() => void) | undefined {
  const me = useUser().id;
  const { takeBack } = usePlanned(open.conversation.id, onGone);
  const last = open.planned?.findLast((one) => one.state === 'PLANNED' && !one.later && one.author === me);
  return last && !takeBack.isPending ? () => takeBack.mutate({ id: last.id }) : undefined;
}
