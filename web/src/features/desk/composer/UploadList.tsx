import { useFormat } from '@app/format';
import { CloseButton, Loader } from '@mantine/core';
import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Composer.module.css';
import type { Uploading } from './useUploads';

export function UploadList({ files, onRemove }: { files: Uploading[]; onRemove: (key: string) => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={classes.uploads}>
      {files.map((file) => (
        <li key={file.key} data-failed={file.problem !== undefined || undefined}>
          {file.problem ? <IconAlertTriangle size={15} /> : file.id ? <IconPaperclip size={15} aria-hidden="true" /> : <Loader size={13} />}
          <span>{file.name}</span>
          <span>{file.problem ? file.problem.fieldErrors.file ?? file.problem.message : format.bytes(file.size)}</span>
          <CloseButton size="xs" aria-label={t('removeFile', { name: file.name })} onClick={() => onRemove(file.key)} />
        </li>
      ))}
    </ul>
  );
}
