import { useFormat } from '@app/format';
import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { attachmentPath } from '../api';
import type { Attachment } from '../types';
import classes from './Thread.module.css';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** @param at where one gets them, when not as somebody at the desk */
export function Files({ files, at = attachmentPath }: { files: Attachment[]; at?: (file: string) => string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <div className={classes.files}>
      {files.map((file) => (
        <a key={file.id} href={at(file.id)} target="_blank" rel="noreferrer" className={pictures.includes(file.type) ? undefined : classes.file}
          data-program={file.program || undefined} title={file.program ? t('programHelp') : undefined}>
          {pictures.includes(file.type)
            ? <img src={at(file.id)} alt={file.name} className={classes.picture} loading="lazy" />
            : (
              <>
                {file.program ? <IconAlertTriangle size={15} aria-hidden="true" /> : <IconPaperclip size={15} aria-hidden="true" />}
                <span>{file.name}</span>
                {file.program && <strong>{t('program')}</strong>}
                <span style={{ color: 'var(--ink-soft)' }}>{format.bytes(file.size)}</span>
              </>
            )}
        </a>
      ))}
    </div>
  );
}
