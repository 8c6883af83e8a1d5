import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Uploads } from './useUploads';

/** Chooses files that go along with what somebody writes. */
export function AttachFiles({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('desk');
  return (
    <FileButton multiple onChange={(chosen) => uploads.add(chosen)}>
      {(props) => <Button {...props} size="compact-md" variant="subtle" color="gray" leftSection={<IconPaperclip size={16} aria-hidden="true" />}>{t('attach')}</Button>}
    </FileButton>
  );
}
