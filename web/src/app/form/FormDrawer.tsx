import { Button, Drawer, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote';
import type { ServerForm } from './useServerForm';

interface Props {
  opened: boolean;
  title: string;
  onClose: () => void;
  server: Pick<ServerForm<Record<string, never>>, 'problem' | 'sending' | 'submit'>;
  children: ReactNode;
  size?: string | number;
  /** Beside the buttons: what else one may do with this. */
  extra?: ReactNode;
}

/** A form beside the list it belongs to; `Esc` closes it, Enter saves. */
export function FormDrawer({ opened, title, onClose, server, children, size = 'md', extra }: Props) {
  const { t } = useTranslation('app');
  return (
    <Drawer opened={opened} onClose={onClose} title={title} position="right" size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={server.submit} noValidate>
        <Stack>
          {children}
          <ProblemNote error={server.problem} />
          <Group justify="space-between" mt="sm">
            <div>{extra}</div>
            <Group>
              <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
              <Button type="submit" loading={server.sending}>{t('save')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
