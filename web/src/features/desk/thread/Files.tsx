import { useFormat } from '@app/format';
import { IconPaperclip } from '@tabler/icons-react';
import { attachmentPath } from '../api';
import type { Attachment } from '../types';
import classes from './Thread.module.css';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function Files({ files }: { files: Attachment[] }) {
  const format = useFormat();
  return (
    <div className={classes.files}>
      {files.map((file) => (
        <a key={file.id} href={attachmentPath(file.id)} target="_blank" rel="noreferrer" className={pictures.includes(file.type) ? undefined : classes.file}>
          {pictures.includes(file.type)
            ? <img src={attachmentPath(file.id)} alt={file.name} className={classes.picture} loading="lazy" />
            : (
              <>
                <IconPaperclip size={15} aria-hidden="true" />
                <span>{file.name}</span>
                <span style={{ color: 'var(--ink-soft)' }}>{format.bytes(file.size)}</span>
              </>
            )}
        </a>
      ))}
    </div>
  );
}
