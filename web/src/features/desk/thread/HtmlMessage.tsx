import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentPath } from '../api';
import type { Message } from '../types';
import classes from './Thread.module.css';

const tallest = 20_000;

/**
 * Mail in HTML, in a frame that runs nothing: `allow-same-origin` without `allow-scripts` only lets us measure its height.
 */
export function HtmlMessage({ id, message, folded }: { id: string; message: Message; folded: boolean }) {
  const { t } = useTranslation('desk');
  const [images, setImages] = useState(false);
  const [height, setHeight] = useState(60);
  const frame = useRef<HTMLIFrameElement>(null);

  const measure = () => {
    const page = frame.current?.contentDocument;
    if (!page?.body) return;
    const fit = () => setHeight(Math.min(tallest, page.documentElement.scrollHeight));
    fit();
    page.querySelectorAll('img').forEach((image) => { if (!image.complete) image.addEventListener('load', fit); });
    new ResizeObserver(fit).observe(page.body);
  };

  return (
    <>
      <iframe ref={frame} className={classes.frame} style={{ height }} title={t('mailFrom', { name: message.authorName })}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" src={documentPath(id, message.seq, images, folded)} onLoad={measure} />
      {message.remoteImages && !images && !folded && (
        <Button mt={8} size="compact-sm" variant="default" leftSection={<IconPhoto size={15} />} onClick={() => setImages(true)} title={t('imagesHelp')}>
          {t('images')}
        </Button>
      )}
    </>
  );
}
