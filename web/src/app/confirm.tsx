import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toastNews } from './announce';

interface Question {
  title: string;
  body?: ReactNode;
  confirm: string;
  cancel?: string;
  danger?: boolean;
}

const ConfirmContext = createContext<(question: Question) => Promise<boolean>>(() => Promise.resolve(false));

/** Asks before what cannot be undone. What can be undone is done at once, with {@link toastUndo}. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const ask = useCallback(
    (question: Question) => new Promise<boolean>((answer) => setOpen({ question, answer })),
    [],
  );
  const close = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {/* whatever it asks about, such as a drawer, lies under it */}
      <Modal zIndex={380} opened={open !== null} onClose={() => close(false)} title={open?.question.title} closeButtonProps={{ 'aria-label': t('close') }}>
        <Stack>
          {open?.question.body && <Text>{open.question.body}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => close(false)}>{open?.question.cancel ?? t('cancel')}</Button>
            <Button data-autofocus color={open?.question.danger ? 'red.9' : undefined} onClick={() => close(true)}>
              {open?.question.confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ConfirmContext>
  );
}

export const useConfirm = () => use(ConfirmContext);

/** Says what was done and offers to take it back for as long as the message stands; what comes back takes the message away sooner. */
export function toastUndo(message: string, undoText: string, undo: () => void) {
  const id = toastNews({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{message}</span>
        <Button flex="none" size="compact-sm" variant="light" onClick={() => { notifications.hide(id); undo(); }}>{undoText}</Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
