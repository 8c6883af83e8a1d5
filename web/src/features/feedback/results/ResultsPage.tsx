import { Anchor, Collapse, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessageHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { Empty, Failed, Loading } from '@app/states';
import { AnswerItem } from '../AnswerItem';
import { useFreshAnswers, useOwnResults, useOwnScore, useViewings } from '../api';
import { ClassBar } from '../listen/ClassBar';
import { Headline } from '../listen/Headline';
import classes from '../listen/Listen.module.css';
import { lastDays } from '../listen/useListenPlace';

const days = 91;

/** What customers said about the contacts one handled oneself. */
export default function ResultsPage() {
  const { t } = useTranslation('feedback');
  const list = useOwnResults();
  useFreshAnswers('results');
  return (
    <Stack gap="md" className={classes.page} maw={820}>
      <div>
        <Title order={1}>{t('results.place')}</Title>
        <Text c="dimmed">{t('results.lead')}</Text>
      </div>
      <OwnScore />
      <section className={classes.card} aria-label={t('results.answers')}>
        {list.isPending && <Loading />}
        {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && (
          <Empty icon={IconMessageHeart} title={t('results.none')}>{t('results.noneLead')}</Empty>
        )}
        {list.items.map((answer) => <AnswerItem key={answer.id} answer={answer} />)}
        <More {...list} />
      </section>
    </Stack>
  );
}

function OwnScore() {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const { from, to } = lastDays(days);
  const score = useOwnScore(from, to).data;
  const [open, { toggle }] = useDisclosure();
  const viewings = useViewings(open).data;
  if (!score) return null;
  if (score.state === 'off') return <Text size="sm" c="dimmed">{t('results.off')}</Text>;
  return (
    <section className={classes.card} aria-label={t('results.score')}>
      {score.state === 'too_few' || !score.score
        ? <Text>{t('results.tooFew', { count: score.score?.n ?? 0, minimum: score.minimumN })}</Text>
        : (
          <Stack gap="md">
            <Headline score={score.score} />
            {score.score.counts && <ClassBar counts={score.score.counts} />}
            <Text size="sm" c="dimmed">{t('results.fair', { weeks: days / 7 })}</Text>
          </Stack>
        )}
      <Anchor component="button" type="button" size="sm" mt="sm" aria-expanded={open} onClick={toggle}>{t('results.viewings')}</Anchor>
      <Collapse expanded={open}>
        {viewings && (viewings.length === 0
          ? <Text size="sm" c="dimmed" mt="xs">{t('results.nobodyLooked')}</Text>
          : <ul>{viewings.map((one) => <li key={one.at}><Text size="sm">{t('results.looked', { name: one.viewer, at: format.dateTime(one.at) })}</Text></li>)}</ul>)}
      </Collapse>
    </section>
  );
}
