import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../confirm';
import { Meanwhile } from './Meanwhile';
import { ProblemNote } from './ProblemNote';
import { Unsaved } from './Unsaved';
import { useFocusBack } from './useFocusBack';
import type { ServerForm } from './useServerForm';

interface Props {
  opened: boolean;
  title: string;
  onClose: () => void;
  server: Pick<ServerForm<Record<string, never>>, 'problem' | 'sending' | 'submit'> & { form?: { isDirty: () => boolean } };
  children: ReactNode;
  size?: string | number;
  /** What the button says; *Save* when absent. */
  submit?: string;
  /** Beside the buttons: what else one may do with this. */
  extra?: ReactNode;
  /** Given when somebody else changed this while the form stood open; shows what they made of it. */
  theirs?: () => void;
}

const fields = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)';

/** Where the form itself does not say where to begin; the drawer would begin at its close button. */
function beginAtFirstField(form: HTMLFormElement | null) {
  if (form && !form.querySelector('[data-autofocus]')) form.querySelector(fields)?.setAttribute('data-autofocus', 'true');
}

/** A form beside the list it belongs to; it begins at its first field, `Esc` closes it, Enter saves. What was typed is not thrown away unasked. */
export function FormDrawer({ opened, title, onClose, server, children, size = 'md', submit, extra, theirs }: Props) {
  const { t } = useTranslation('app');
  const confirm = useConfirm();
  useFocusBack();
  const closing = useRef(false);
  // While it is being saved, and once one chose to throw it away, closing may lead to another address unasked.
  const dirty = () => !closing.current && !server.sending && (server.form?.isDirty() ?? false);
  const close = async () => {
    if (dirty() && !(await confirm({ title: t('unsaved.title'), body: t('unsaved.body'), confirm: t('unsaved.discard'), cancel: t('unsaved.stay'), danger: true }))) return;
    closing.current = true;
    onClose();
  };
  return (
    <Drawer opened={opened} onClose={() => void close()} title={title} position="right" size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <form ref={beginAtFirstField} onSubmit={server.submit} noValidate>
        <Unsaved dirty={dirty} />
        <Stack>
          {theirs && !server.sending && <Meanwhile onShow={theirs} />}
          {children}
          <ProblemNote error={server.problem} />
          <Group justify="space-between" mt="sm">
            <div>{extra}</div>
            <Group>
              <Button variant="default" onClick={() => void close()}>{t('cancel')}</Button>
              <Button type="submit" loading={server.sending}>{submit ?? t('save')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
