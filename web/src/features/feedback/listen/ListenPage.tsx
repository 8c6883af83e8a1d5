import { Stack, Text, Title } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Loading } from '@app/states';
import { useFreshAnswers, useOverview } from '../api';
import { Asking } from './Asking';
import { ClassBar } from './ClassBar';
import { Countries } from './Countries';
import { Filters } from './Filters';
import { Headline } from './Headline';
import { Histogram } from './Histogram';
import classes from './Listen.module.css';
import { Trend } from './Trend';
import { useListenPlace } from './useListenPlace';
import { Words } from './Words';

/** What all customers say together. */
export default function ListenPage() {
  const { t } = useTranslation('feedback');
  const { filter, words, days, set } = useListenPlace();
  const overview = useOverview(filter);
  useFreshAnswers('listen');
  const data = overview.data;
  const choose = (from?: number, to?: number) => set({ scoreFrom: from ?? null, scoreTo: to ?? null });

  return (
    <Stack gap="md" className={classes.page}>
      <div>
        <Title order={1}>{t('listen.place')}</Title>
        <Text c="dimmed">{t('listen.lead')}</Text>
      </div>
      <Filters filter={filter} days={days} choices={data?.choices} set={set} />
      {overview.isPending && <Loading height={320} />}
      {overview.isError && <Failed error={overview.error} onRetry={() => void overview.refetch()} />}
      {data?.score.show === 'nothing' && (
        <Empty icon={IconEar} title={t('listen.none')}>{t('listen.noneLead')}</Empty>
      )}
      {data && data.score.show !== 'nothing' && (
        <>
          <div className={classes.two}>
            <section className={classes.card} aria-label={t('listen.nps')}>
              <Stack gap="lg">
                <Headline score={data.score} change={data.change} />
                {data.score.counts && <ClassBar counts={data.score.counts} words={words} onChoose={choose} />}
              </Stack>
            </section>
            <section className={classes.card} aria-labelledby="histogram">
              <Title order={2} size="h3" mb="sm" id="histogram">{t('listen.histogram')}</Title>
              {data.histogram
                ? <Histogram bars={data.histogram} words={words} onChoose={choose} />
                : <Text c="dimmed">{t('listen.tooLittle')}</Text>}
            </section>
          </div>
          <section className={classes.card} aria-labelledby="trend">
            <Title order={2} size="h3" mb="sm" id="trend">{t(`listen.trend.${data.grain}`)}</Title>
            <Trend points={data.trend} grain={data.grain} />
          </section>
          <Countries countries={data.countries} />
          <Words filter={filter} words={words} set={set} />
        </>
      )}
      <Asking filter={filter} />
      <Text size="xs" c="dimmed">{t('trademark')}</Text>
    </Stack>
  );
}
