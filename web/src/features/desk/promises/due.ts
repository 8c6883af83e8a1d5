import type { OpenConversation } from '../types';

type Promised = OpenConversation['promises'][number];

/** What is due first of all that is still to be kept; what stands still is not due. */
export const firstDue = (promises: Promised[]): Promised | undefined =>
  promises.filter((one) => !one.settledAt && !one.byRule?.pausedAt).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
