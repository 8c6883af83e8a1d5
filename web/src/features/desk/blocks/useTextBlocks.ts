import { filled } from '@app/textblocks/fill';
import { useUser } from '@app/session';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import { useBlocks, type Block } from './api';
import { choose, put } from '@app/textblocks/field';
import { matching } from './matching';
import { askedBySlash, askedFrom, type Asked } from './trigger';
import { valuesOf } from './values';

/** Where the button was pressed stands in `from`; without it a slash was typed. */
type Open = Asked & { from?: number };
export type TextBlocks = ReturnType<typeof useTextBlocks>;

/** Text blocks in the field where somebody writes: asked for with a slash or a button, chosen with the keyboard or the mouse. */
export function useTextBlocks(open: OpenConversation, area: RefObject<HTMLTextAreaElement | null>, write: (text: string) => void) {
  const { t, i18n } = useTranslation();
  const me = useUser();
  const [asked, setAsked] = useState<Open>();
  const [active, setActive] = useState(0);
  /** The slash at which the list was closed: it stays closed until another one is typed. */
  const closedAt = useRef<number>(undefined);
  const inserting = useRef(false);
  const { brand, language: spoken } = open.conversation;
  const language = [spoken, i18n.language].find((one) => one === 'nl' || one === 'en') ?? 'en';
  const query = useBlocks(brand, language);
  const all = query.data ?? [];
  const found = asked ? matching(all, asked.query, language) : [];

  const close = () => {
    closedAt.current = asked && asked.from === undefined ? asked.start : undefined;
    setAsked(undefined);
  };
  /** One writes on elsewhere. */
  const leave = () => setAsked(undefined);
  const begin = () => {
    const field = area.current;
    if (!field) return;
    if (asked) return close();
    field.focus();
    const at = field.selectionEnd;
    setActive(0);
    setAsked({ from: at, start: at, end: at, query: '' });
  };
  /** After each thing typed. */
  const typed = (field: HTMLTextAreaElement) => {
    if (inserting.current) return;
    const { value: text, selectionEnd: caret } = field;
    setActive(0);
    if (asked?.from !== undefined) {
      const still = askedFrom(text, asked.from, caret);
      setAsked(still && { ...still, from: asked.from });
      return;
    }
    const now = askedBySlash(text, caret);
    if (now?.start !== closedAt.current) closedAt.current = undefined;
    setAsked(now && now.start === closedAt.current ? undefined : now);
  };
  /** The caret went elsewhere. */
  const moved = (field: HTMLTextAreaElement) => {
    if (asked && (field.selectionStart !== asked.end || field.selectionEnd !== asked.end)) setAsked(undefined);
  };
  /** As it would stand in the answer. */
  const wordsOf = (block: Block) => filled(block.words, valuesOf(open, me), (one) => t(`textBlock.value.${one}`));
  const insert = (block: Block) => {
    const field = area.current;
    if (!field || !asked) return;
    const words = wordsOf(block);
    inserting.current = true;
    put(field, asked.start, asked.end, words, write);
    inserting.current = false;
    closedAt.current = undefined;
    setAsked(undefined);
    choose(field, words, asked.start);
  };

  /** @returns whether the key was for the list */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!asked || event.nativeEvent.isComposing) return false;
    const handled = () => {
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    if (event.key === 'Escape') {
      close();
      return handled();
    }
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (found.length === 0) {
      // what was meant as a shortcut is no answer yet
      if (!sends) return false;
      close();
      return handled();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setActive((before) => (before + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
      return handled();
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.altKey) {
      insert(found[Math.min(active, found.length - 1)]!);
      return handled();
    }
    return false;
  };

  return { asked, found, all, query, language, active: Math.min(active, Math.max(0, found.length - 1)), setActive, begin, typed, moved, wordsOf, insert, leave, onKeyDown };
}
