import { toastProblem, useAnnounce } from '@app/announce';
import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useShortcuts, KeyHint } from '@app/keys';
import { useLive } from '@app/live';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { desk, keys, useMe } from '../api';
import { MediumIcon } from '../channel';
import { useDeskLive } from '../live';
import type { Me, Offer } from '../types';
import { Hands } from './Hands';
import { LoggedOff } from './LoggedOff';
import { Notices } from './Notices';
import classes from './Duty.module.css';

/** What is offered to me now, wherever in the product I am. */
export function Offers() {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const me = useMe();
  const again = () => void queries.invalidateQueries({ queryKey: keys.me });
  useDeskLive();
  useLive('offer.made', again, keys.me);
  useLive('offer.gone', again, keys.me);
  useLive('presence.changed', again, keys.me);
  const offers = me.data?.offers ?? [];
  const first = offers[0];
  useEffect(() => {
    if (first) announce(t('offer.spoken', { subject: first.subject, queue: first.queueName }));
  }, [first?.id]);
  return (
    <div className={classes.offers}>
      <LoggedOff />
      <Hands />
      <Notices />
      {offers.map((offer, index) => <OfferCard key={offer.id} offer={offer} keyed={index === 0} />)}
    </div>
  );
}

function OfferCard({ offer, keyed }: { offer: Offer; keyed: boolean }) {
  const { t } = useTranslation('desk');
  const { conversation, medium, subject, queueName, waitingSince } = offer;
  const format = useFormat();
  const queries = useQueryClient();
  const go = useNavigate();
  const now = useNow('second');
  const whole = new Date(offer.expiresAt).getTime() - new Date(offer.offeredAt).getTime();
  const left = Math.max(0, new Date(offer.expiresAt).getTime() - now);
  const gone = () => queries.setQueryData<Me>(keys.me, (me) => me && { ...me, offers: me.offers.filter((one) => one.id !== offer.id) });
  const onError = (failure: unknown) => {
    gone();
    toastProblem(failure);
  };
  const accept = useMutation({
    mutationFn: () => desk.accept(offer.id),
    onSuccess: () => {
      gone();
      void go(`/desk/mine/${conversation}`);
    },
    onError,
  });
  const decline = useMutation({ mutationFn: () => desk.decline(offer.id), onSuccess: gone, onError });
  useShortcuts(keyed ? [{ keys: 'a', label: t('offer.accept'), run: () => accept.mutate() }] : []);
  useEffect(() => {
    if (left === 0) gone();
  }, [left === 0]);
  return (
    <section className={classes.offer} aria-label={t('offer.title')}>
      <div className={classes.fuse} style={{ width: `${Math.min(100, (left / whole) * 100)}%` }} />
      <Group gap={8} wrap="nowrap" mb={6} c="dimmed">
        <MediumIcon medium={medium} />
        <Text size="sm" flex={1} truncate>{queueName}</Text>
        <Text size="sm" className="numbers">{format.span(left)}</Text>
      </Group>
      <Text fw={600} lineClamp={2}>{subject || t('noSubject')}</Text>
      <Text size="sm" c="dimmed" mb="md">{t('waiting.forLong', { span: format.span(now - new Date(waitingSince).getTime()) })}</Text>
      <Group grow>
        <Button variant="default" onClick={() => decline.mutate()} loading={decline.isPending}>{t('offer.decline')}</Button>
        <Button onClick={() => accept.mutate()} loading={accept.isPending} rightSection={keyed && <KeyHint keys="a" />}>{t('offer.accept')}</Button>
      </Group>
    </section>
  );
}
