import { toastDone, toastProblem, useAnnounce } from '@app/announce';
import { http } from '@app/api/http';
import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { useLive } from '@app/live';
import { useSession } from '@app/session';
import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { desk, keys } from '../api';
import type { AllHandsCall, Coach } from '../types';
import classes from './Duty.module.css';

/** At a peak: the call to help along, my coach while I do, and whom I coach. */
export function Hands() {
  const { may, user } = useSession();
  const { t } = useTranslation('desk');
  const announce = useAnnounce();
  const queries = useQueryClient();
  const calls = useQuery({
    queryKey: keys.allHands, enabled: may('contacts.view'),
    queryFn: ({ signal }) => http.get<AllHandsCall[]>('/api/routing/all-hands', signal),
    // what those one coaches have in hand makes no news of its own
    refetchInterval: (query) => (query.state.data?.length ? 15_000 : false),
  });
  useLive('all-hands.changed', () => void queries.invalidateQueries({ queryKey: keys.allHands }), keys.allHands);
  const wanted = calls.data?.find((call) => call.mayJoin && !call.joined);
  useEffect(() => {
    if (wanted) announce(t('hands.spoken', { queue: wanted.queueName, words: wanted.words }));
  }, [wanted?.id]);
  return calls.data?.map((call) => (
    <div key={call.id}>
      {call.mayJoin && (call.joined ? <Helping call={call} /> : <HelpWanted call={call} />)}
      {call.hands.some((hand) => hand.coach === user?.id) && <Coaching call={call} />}
    </div>
  ));
}

const refused = new Set<string>();

function HelpWanted({ call }: { call: AllHandsCall }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const queries = useQueryClient();
  const [away, setAway] = useState(refused.has(call.id));
  const join = useMutation({
    mutationFn: () => desk.joinAllHands(call.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.allHands });
      void queries.invalidateQueries({ queryKey: keys.me });
    },
    onError: toastProblem,
  });
  if (away) return null;
  return (
    <section className={classes.offer} aria-label={t('hands.wanted', { queue: call.queueName })}>
      <Text fw={600}>{t('hands.wanted', { queue: call.queueName })}</Text>
      <Text my={6} style={{ overflowWrap: 'anywhere' }}>{`“${call.words}”`}</Text>
      <Text size="sm" c="dimmed" mb="md">{t('hands.wantedDetail', { by: call.calledBy, waiting: call.waiting, time: format.moment(call.until) })}</Text>
      <Group grow>
        <Button variant="default" onClick={() => { refused.add(call.id); setAway(true); }}>{t('hands.notNow')}</Button>
        <Button loading={join.isPending} onClick={() => join.mutate()}>{t('hands.join')}</Button>
      </Group>
    </section>
  );
}

function Helping({ call }: { call: AllHandsCall }) {
  const { t } = useTranslation('desk');
  const { user } = useSession();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const me = call.hands.find((hand) => hand.user === user?.id);
  const leave = useMutation({
    mutationFn: () => desk.leaveAllHands(call.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.allHands });
      void queries.invalidateQueries({ queryKey: keys.me });
    },
    onError: toastProblem,
  });
  return (
    <section className={classes.offer} aria-label={t('hands.helping', { queue: call.queueName })}>
      <Text fw={600}>{t('hands.helping', { queue: call.queueName })}</Text>
      <Text size="sm" c="dimmed" mb="md">{me?.coachName ? t('hands.yourCoach', { name: me.coachName }) : t('hands.noCoach')}</Text>
      <Group grow>
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>{t('hands.leave')}</Button>
        <Button onClick={() => setAsks(true)}>{t(me?.coachName ? 'hands.ask' : 'hands.chooseCoach')}</Button>
      </Group>
      {asks && <AskModal call={call} coach={me?.coach} onClose={() => setAsks(false)} />}
    </section>
  );
}

/** Asks the coach, about the conversation that is open; and another coach can be chosen. */
function AskModal({ call, coach, onClose }: { call: AllHandsCall; coach?: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const about = /^\/desk\/[^/]+\/([0-9a-f-]{36})/.exec(useLocation().pathname)?.[1];
  const [chosen, setChosen] = useState<string | null>(coach ?? null);
  const [words, setWords] = useState('');
  const coaches = useQuery({ queryKey: [...keys.allHands, call.id, 'coaches'], queryFn: ({ signal }) => http.get<Coach[]>(`/api/routing/all-hands/${call.id}/coaches`, signal) });
  const ask = useMutation({
    mutationFn: async () => {
      if (chosen && chosen !== coach) await desk.joinAllHands(call.id, chosen);
      if (words.trim()) await desk.askCoach(words, about);
    },
    onSuccess: () => {
      toastDone(t(words.trim() ? 'hands.asked' : 'hands.coachChosen'));
      void queries.invalidateQueries({ queryKey: keys.allHands });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('hands.ask')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); ask.mutate(); }} noValidate>
        <Stack>
          <Select label={t('hands.coachLabel')} value={chosen} onChange={setChosen} nothingFoundMessage={t('hands.nobodyThere')}
            data={(coaches.data ?? []).map((one) => ({ value: one.user, label: t('hands.coachChoice', { name: one.name, count: one.coaches }) }))} />
          <Textarea data-autofocus autosize minRows={3} maxLength={500} label={t('hands.question')} description={t(about ? 'hands.about' : 'hands.aboutNothing')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
          <ProblemNote error={coaches.error ?? ask.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" disabled={!words.trim() && (!chosen || chosen === coach)} loading={ask.isPending}>{t('hands.send')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Coaching({ call }: { call: AllHandsCall }) {
  const { t } = useTranslation('desk');
  const { user } = useSession();
  return (
    <section className={classes.offer} aria-label={t('hands.youCoach')}>
      <Text fw={600}>{t('hands.youCoach')}</Text>
      {call.hands.filter((hand) => hand.coach === user?.id).map((hand) => (
        <div key={hand.user}>
          <Text size="sm" mt={6}>{hand.name}</Text>
          {hand.work.length === 0 ? <Text size="sm" c="dimmed">{t('hands.nothingInHand')}</Text>
            : hand.work.map((held) => <Text key={held.conversation} size="sm" truncate component={Link} to={`/desk/all/${held.conversation}`} display="block">{held.subject}</Text>)}
        </div>
      ))}
    </section>
  );
}
