import { blanksIn } from '@app/textblocks/fill';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../Knowledge.module.css';
import { useExample } from './useExample';

/** How the words look in an answer, for a customer who does not exist. */
export function Preview({ words, brand, language }: { words: string; brand: string; language: string }) {
  const { t } = useTranslation('knowledge');
  const text = useExample()(words, brand, language);
  const parts: ReactNode[] = [];
  let at = 0;
  blanksIn(text).forEach((one) => {
    parts.push(text.slice(at, one.start), <mark key={one.start} className={classes.blank}>{one.label}</mark>);
    at = one.end;
  });
  parts.push(text.slice(at));
  return (
    <section aria-label={t('texts.preview')} className={classes.card}>
      <Text size="sm" fw={650} mb={6} aria-hidden="true">{t('texts.preview')}</Text>
      {words.trim() ? <Text className={classes.words}>{parts}</Text> : <Text size="sm" c="dimmed">{t('texts.previewEmpty')}</Text>}
      {at > 0 && <Text size="xs" c="dimmed" mt={8}>{t('texts.blanksHelp')}</Text>}
    </section>
  );
}
