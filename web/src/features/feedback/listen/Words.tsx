import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconMessageCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { Empty, Failed, Loading } from '@app/states';
import { AnswerItem } from '../AnswerItem';
import { useWords, type ListenFilter, type WordsFilter } from '../api';
import classes from './Listen.module.css';

interface Props { filter: ListenFilter; words: WordsFilter; set: (changes: Record<string, string | number | undefined | null>) => void }

/** What customers wrote. */
export function Words({ filter, words, set }: Props) {
  const { t } = useTranslation('feedback');
  const list = useWords(filter, words);
  const byScore = words.scoreFrom !== undefined;
  return (
    <section className={classes.card} aria-labelledby="words">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="words">{t('words.title')}</Title>
        <SearchField value={words.q ?? ''} onChange={(q) => set({ q })} label={t('words.search')} />
      </Group>
      <Group gap="sm" mb="xs">
        <SegmentedControl size="xs" aria-label={t('words.emotion')} value={words.emotion ?? ''} onChange={(emotion) => set({ emotion })}
          data={['', 'angry', 'disappointed', 'content', 'happy'].map((one) => ({ value: one, label: one ? t(`emotion.${one}`) : t('words.every') }))} />
        {byScore && (
          <Button size="compact-sm" variant="light" rightSection={<IconX size={14} aria-hidden="true" />} onClick={() => set({ scoreFrom: null, scoreTo: null })}>
            {words.scoreFrom === words.scoreTo ? t('words.score', { score: words.scoreFrom }) : t('words.scores', { from: words.scoreFrom, to: words.scoreTo })}
          </Button>
        )}
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon={IconMessageCircle} title={t('words.none')} height={180}><Text size="sm">{t('words.noneLead')}</Text></Empty>
      )}
      {list.items.map((answer) => <AnswerItem key={answer.id} answer={answer} />)}
      <More {...list} />
    </section>
  );
}
