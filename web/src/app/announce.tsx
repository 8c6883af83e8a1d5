import { VisuallyHidden } from '@mantine/core';
import { notifications, type NotificationData } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';
import { kindOf, Problem } from './api/problem';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Speaks short sentences to screen readers, politely and one at a time. */
export function Announcer({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const turn = useRef(false);
  const announce = useCallback((sentence: string) => {
    turn.current = !turn.current;
    // The same sentence twice must be two different texts, or the second is not spoken.
    setText(turn.current ? sentence : `${sentence}\u00a0`);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite" data-announcer>{text}</VisuallyHidden>
    </AnnounceContext>
  );
}

export const useAnnounce = () => use(AnnounceContext);

/** Anything else that comes to one who does something else; closed by a button that says what it does. */
export const toastNews = (news: NotificationData) => notifications.show({ withBorder: true, closeButtonProps: { 'aria-label': i18next.t('close') }, ...news });

/** A short confirmation at the foot of the screen. */
export function toastDone(message: ReactNode, extra?: { id?: string; autoClose?: number }) {
  toastNews({ message, icon: <IconCheck size={18} />, color: 'teal', autoClose: 4000, ...extra });
}

/** A refusal that needs no place of its own on the page. */
export function toastProblem(failure: unknown) {
  const problem = Problem.of(failure);
  const words = `failed.${kindOf(problem)}`;
  toastNews({
    title: problem.details.title ?? i18next.t(`${words}.title`), message: problem.details.detail ?? i18next.t(`${words}.detail`),
    icon: <IconAlertCircle size={18} />, color: 'red', autoClose: 9000, role: 'alert',
  });
}
