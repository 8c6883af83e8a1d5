import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { desk, keys } from '../api';
import { both, chosenOf, usual } from '../composer/addressees';
import { draftsKept } from '../composer/useDraft';
import type { PlannedFile, TakenBack } from './api';

type Box = (answer: TakenBack) => void;
const boxes = new Map<string, Box>();
const files = new Map<string, PlannedFile[]>();

/** Words that come back stand before what is written by now; once, however often they come. */
export function wordsBefore(words: string, text: string): string {
  if (!words || text === words || text.startsWith(`${words}\n\n`)) return text;
  return text.trim() ? `${words}\n\n${text}` : words;
}

/** To the box of its conversation, which may have gone from the screen and come back since it was asked; else its words wait in the draft. */
export async function giveBack(queries: QueryClient, conversation: string, answer: TakenBack) {
  const box = boxes.get(conversation);
  if (box) {
    box(answer);
    return;
  }
  files.set(conversation, [...(files.get(conversation) ?? []), ...answer.files]);
  // what was typed before one left may have been kept after the words were put there
  await draftsKept(conversation);
  const { drafts } = await desk.conversation(conversation);
  const there = drafts.find((one) => one.kind === 'reply');
  const text = wordsBefore(answer.text, there?.text ?? '');
  const addressees = chosenOf(both(there?.addressees ?? usual, answer.addressees));
  if (text !== (there?.text ?? '') || answer.addressees) await desk.saveDraft(conversation, { kind: 'reply', text, addressees, seenSeq: Math.min(answer.seenSeq, there?.seenSeq ?? answer.seenSeq) });
  await queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
}

/** The box in which one writes in a conversation; files that came while it was not there come now. */
export function useBox(conversation: string, box: Box, restore: (files: PlannedFile[]) => void) {
  useEffect(() => {
    boxes.set(conversation, box);
    restore(files.get(conversation) ?? []);
    files.delete(conversation);
    return () => {
      if (boxes.get(conversation) === box) boxes.delete(conversation);
    };
  }, [conversation, box, restore]);
}
