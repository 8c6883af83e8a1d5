import { VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';

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

/** A short confirmation at the foot of the screen. */
export function toastDone(message: ReactNode, extra?: { id?: string; autoClose?: number }) {
  notifications.show({ message, icon: <IconCheck size={18} />, color: 'teal', withBorder: true, autoClose: 4000, ...extra });
}

/** A refusal that needs no place of its own on the page. */
export function toastProblem(title: string, detail?: string) {
  notifications.show({
    title, message: detail, icon: <IconAlertCircle size={18} />, color: 'red', withBorder: true, autoClose: 9000, role: 'alert',
  });
}
