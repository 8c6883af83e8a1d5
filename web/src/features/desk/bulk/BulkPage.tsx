import { toastProblem } from '@app/announce';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bulk, busy, countOf, useBulkNow, useBulkWork, type Work } from './api';
import { LeftList } from './LeftList';
import { useWhat } from './useWhat';

/** What one did to many at once in the last seven days, what was left and why, and a way back. */
export default function BulkPage() {
  const { t } = useTranslation('desk');
  const list = useBulkWork();
  const { works, again } = useBulkNow();
  // what goes on is newer there
  const newest = (work: Work) => works.find((one) => one.id === work.id) ?? work;
  return (
    <Stack gap="md" maw={760}>
      <div><PageHead title={t('bulk.place')} lead={t('bulk.lead')} up={{ to: '/desk', label: t('place') }} /></div>
      {list.isPending && <Loading />}
      {list.isError && !list.data && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <Empty icon={IconListCheck} title={t('bulk.none.title')}>{t('bulk.none.detail')}</Empty>}
      {list.items.map((one) => <WorkCard key={one.id} work={newest(one)} onChanged={() => void again()} />)}
      <More {...list} />
    </Stack>
  );
}

function WorkCard({ work, onChanged }: { work: Work; onChanged: () => void }) {
  const { t } = useTranslation('desk');
  const what = useWhat();
  const format = useFormat();
  const act = useMutation({ mutationFn: (how: 'stop' | 'takeBack') => bulk[how](work.id), onError: toastProblem, onSettled: onChanged });
  const done = countOf(work, 'DONE', 'TO_TAKE_BACK');
  const back = countOf(work, 'TAKEN_BACK');
  return (
    <Card withBorder component="section" aria-label={what(work)}>
      <Stack gap={8}>
        <Group justify="space-between" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>{what(work)}</Title>
            <Text size="sm" c="dimmed">{format.moment(work.madeAt)} · {t(`bulk.states.${work.state}`)}</Text>
          </div>
          {work.state === 'RUNNING' && <Button size="compact-md" variant="light" loading={act.isPending} onClick={() => act.mutate('stop')}>{t('bulk.stop')}</Button>}
          {work.takenBackTill && <Button size="compact-md" variant="light" loading={act.isPending} onClick={() => act.mutate('takeBack')}>{t('app:undo')}</Button>}
        </Group>
        <Text size="sm">{[
          done > 0 && t('bulk.done', { count: done }), back > 0 && t('bulk.back', { count: back }),
          countOf(work, 'TO_DO') > 0 && t(busy(work) ? 'bulk.toDo' : 'bulk.notBegun', { count: countOf(work, 'TO_DO') }),
        ].filter(Boolean).join(' · ')}</Text>
        {(['REFUSED', 'KEPT', 'LEFT'] as const).map((state) => <LeftList key={state} work={work} state={state} />)}
        {work.takenBackTill && <Text size="xs" c="dimmed">{t('bulk.till', { time: format.moment(work.takenBackTill) })}</Text>}
      </Stack>
    </Card>
  );
}
