import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Due } from '../list/Timing';
import classes from '../promises/Promises.module.css';
import { useConsulting, type Consult } from './api';
import { SharedConversation } from './SharedConversation';

/** One question: from whom, about which case, by when, and the place to answer it. */
export function AskedItem({ consult }: { consult: Consult }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const waits = consult.settledAt === undefined;
  const department = i18n.language === 'nl' ? consult.departmentNl : consult.departmentEn;
  return (
    <article className={classes.card} aria-label={t('asked.label', { number: consult.caseNumber, department })}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650} style={{ overflowWrap: 'anywhere' }}>{t('promised.conversation', { number: consult.caseNumber, subject: consult.caseSubject })}</Text>
        {waits
          ? <Due dueAt={consult.dueAt} late={consult.state === 'late'} />
          : <Text size="sm" fw={600}>{t(`consult.state.${consult.state}`, { at: format.moment(consult.settledAt!) })}</Text>}
      </Group>
      <Text size="sm" c="dimmed">{t('asked.from', { name: consult.askedByName ?? '', department, at: format.moment(consult.askedAt) })}</Text>
      <Text mt={6} className={classes.words} style={{ whiteSpace: 'pre-line' }}>{consult.question}</Text>
      {consult.answer && <Text mt={8} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><strong>{consult.settledByName}: </strong>{consult.answer}</Text>}
      {waits && consult.sharesConversation && <SharedConversation id={consult.id} />}
      {waits && <Answering id={consult.id} />}
    </article>
  );
}

function Answering({ id }: { id: string }) {
  const { t } = useTranslation('desk');
  const { answer } = useConsulting();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const refused = answer.error ? Problem.of(answer.error).fieldErrors : {};
  const send = () => {
    setTried(true);
    if (words.trim()) void answer.mutateAsync({ id, answer: words }).then(() => toastDone(t('asked.sent')), () => {});
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }} noValidate>
      <Stack gap={8} mt="sm">
        <Textarea label={t('asked.answer')} description={t('asked.answerHelp')} autosize minRows={2} maxRows={10} maxLength={4000} value={words}
          error={refused.answer ?? (tried && !words.trim() ? t('consult.needAnswer') : undefined)} onChange={(event) => setWords(event.currentTarget.value)} />
        {answer.error && Object.keys(refused).length === 0 && <ProblemNote error={answer.error} />}
        <Group><Button type="submit" size="compact-md" loading={answer.isPending}>{t('asked.send')}</Button></Group>
      </Stack>
    </form>
  );
}
