import { blanksIn, type Blank } from './fill';

/** Puts words in the place of others as if they were typed, so that undo takes them back. */
export function put(field: HTMLTextAreaElement, start: number, end: number, words: string, write: (text: string) => void) {
  field.focus();
  field.setSelectionRange(start, end);
  // the only way to a change that the browser can undo
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, words)) return;
  const text = field.value.slice(0, start) + words + field.value.slice(end);
  field.value = text;
  write(text);
}

/** What is to be done next: the first blank in the words that were put in, or else to go on after them. */
export function choose(field: HTMLTextAreaElement, words: string, start: number) {
  const blank = blanksIn(words)[0];
  if (blank) goTo(field, { ...blank, start: start + blank.start, end: start + blank.end });
  else field.setSelectionRange(start + words.length, start + words.length);
}

/** Chosen as a whole: what one types takes its place. */
export function goTo(field: HTMLTextAreaElement, blank: Blank) {
  field.focus();
  field.setSelectionRange(blank.start, blank.end);
  const above = field.value.slice(0, blank.start).length / Math.max(1, field.value.length);
  if (field.scrollHeight > field.clientHeight) field.scrollTop = above * field.scrollHeight - field.clientHeight / 2;
}

/** The blank that comes after the caret, or before it; absent at the end, where the key goes on to what comes after the field. */
export function nextBlank(field: HTMLTextAreaElement, back: boolean): Blank | undefined {
  const blanks = blanksIn(field.value);
  return back
    ? blanks.findLast((one) => one.end <= field.selectionStart)
    : blanks.find((one) => one.start >= field.selectionEnd);
}
