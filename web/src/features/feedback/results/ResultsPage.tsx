import { Anchor, Collapse, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessageHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { AnswerItem } from '../AnswerItem';
import { useFreshAnswers, useOwnResults, useOwnScore, useViewings } from '../api';
import classes from '../listen/Listen.module.css';
import { lastDays, useZones } from '../listen/useListenPlace';
import { Score } from './Score';

const days = 91;

/** What customers said about the contacts one handled oneself. */
export default function ResultsPage() {
  const { t } = useTranslation('feedback');
  const { may } = useSession();
  const list = useOwnResults();
  useFreshAnswers('results');
  return (
    <Stack gap="md" className={classes.page} maw={820}>
      <div>
        <Title order={1}>{t('results.place')}</Title>
        <Text c="dimmed">{t('results.lead')}</Text>
        {may('personal-scores.view') && <Anchor component={Link} to="/results/colleagues" size="sm">{t('colleagues.place')}</Anchor>}
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
  const { from, to } = lastDays(days, useZones());
  const own = useOwnScore(from, to);
  const score = own.data;
  const [open, { toggle }] = useDisclosure();
  const viewings = useViewings(open);
  if (own.isError) return <Failed error={own.error} onRetry={() => void own.refetch()} />;
  if (!score) return null;
  if (score.state === 'off') return <Text size="sm" c="dimmed">{t('results.off')}</Text>;
  return (
    <section className={classes.card} aria-label={t('results.score')}>
      <Score score={score} days={days} fair="results.fair" />
      <Anchor component="button" type="button" size="sm" mt="sm" aria-expanded={open} onClick={toggle}>{t('results.viewings')}</Anchor>
      <Collapse expanded={open}>
        {viewings.data && (viewings.items.length === 0
          ? <Text size="sm" c="dimmed" mt="xs">{t('results.nobodyLooked')}</Text>
          : <ul>{viewings.items.map((one) => <li key={one.at}><Text size="sm">{t('results.looked', { name: one.viewer, at: format.dateTime(one.at) })}</Text></li>)}</ul>)}
        <More {...viewings} />
      </Collapse>
    </section>
  );
}
