import type { PlannedFile } from './api';

/** Files of answers that were taken back while their conversation was not on screen; their words wait in its draft. */
const waiting = new Map<string, PlannedFile[]>();

export function keepFilesBack(conversation: string, files: PlannedFile[]) {
  waiting.set(conversation, [...(waiting.get(conversation) ?? []), ...files]);
}

export function takeFilesBack(conversation: string): PlannedFile[] {
  const files = waiting.get(conversation) ?? [];
  waiting.delete(conversation);
  return files;
}
