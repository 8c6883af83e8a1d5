import { useFocusBack } from '@app/form/useFocusBack';
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A secret that is shown this once. */
export function ShownOnce({ title, help, secret, onClose }: { title: string; help: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation('people');
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Stack>
        <Alert variant="light" color="orange">{t('shownOnce')}</Alert>
        <Text size="sm">{help}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{secret}</Code>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => <Button variant="light" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>{copied ? t('copied') : t('copy')}</Button>}
          </CopyButton>
          <Button onClick={onClose}>{t('app:close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
