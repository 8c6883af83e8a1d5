import { toastDone, toastProblem } from '@app/announce';
import { useFormat } from '@app/format';
import { useLive } from '@app/live';
import { useSession } from '@app/session';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keys, routing, useAllHands } from '../api';
import floor from '../floor/Floor.module.css';
import type { AllHandsCall } from '../types';
import classes from './Hands.module.css';

/** The calls for all hands that go on: who helps along where, with whom as coach, and what they have in hand. */
export function AllHandsSection() {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const { may } = useSession();
  const calls = useAllHands(may('contacts.view'));
  useLive('all-hands.changed', () => void queries.invalidateQueries({ queryKey: keys.allHands }), keys.allHands);
  if (!calls.data || calls.data.length === 0) return null;
  return (
    <section className={floor.section} aria-labelledby="all-hands">
      <Title order={2} size="h3" mb="sm" id="all-hands">{t('hands.title')}</Title>
      {calls.data.map((call) => <RunningCall key={call.id} call={call} />)}
    </section>
  );
}

function RunningCall({ call }: { call: AllHandsCall }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => routing.endAllHands(call.id),
    onSuccess: () => {
      toastDone(t('hands.ended', { queue: call.queueName }));
      void queries.invalidateQueries({ queryKey: keys.allHands });
    },
    onError: toastProblem,
  });
  return (
    <article className={classes.call}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{t('hands.until', { queue: call.queueName, time: format.moment(call.until) })}</Text>
          <Text size="sm">{`“${call.words}”`}</Text>
          <Text size="sm" c="dimmed">{t('hands.state', { by: call.calledBy, waiting: call.waiting })}</Text>
        </div>
        {call.mayEnd && <Button variant="default" flex="none" loading={end.isPending} onClick={() => end.mutate()}>{t('hands.end')}</Button>}
      </Group>
      {call.hands.length === 0 ? <Text size="sm" c="dimmed" mt="sm">{t('hands.nobody')}</Text> : (
        <ul className={classes.hands}>
          {call.hands.map((hand) => (
            <li key={hand.user}>
              <Text size="sm" fw={550}>{hand.name}</Text>
              <Text size="sm" c={hand.coachName ? 'dimmed' : 'orange.9'}>{hand.coachName ? t('hands.coach', { name: hand.coachName }) : t('hands.noCoach')}</Text>
              {hand.work.map((held) => <Link key={held.conversation} to={`/desk/all/${held.conversation}`}>{held.subject}</Link>)}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
