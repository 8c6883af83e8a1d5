import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Text } from '@mantine/core';
import {
  IconAddressBook, IconBriefcase, IconCalendarHeart, IconClockExclamation, IconGift, IconHeartHandshake, IconMessage, IconMessageHeart, IconPackage, IconQuote, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Moment } from './api';
import classes from './Timeline.module.css';

const icons: Record<Moment['kind'], Icon> = {
  CONTACT: IconMessage, CASE: IconBriefcase, ORDER: IconPackage, PROMISE: IconCalendarHeart, GESTURE: IconGift, ANSWER: IconMessageHeart, FOLLOW_UP: IconHeartHandshake, STORY: IconQuote,
  ADDRESS: IconAddressBook,
};

/** One thing that happened, with the way to it. */
export function MomentItem({ moment, customer }: { moment: Moment; customer: string }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const Icon = moment.what === 'ANSWER_LATE' ? IconClockExclamation : icons[moment.kind];
  const head = useHead()(moment);
  const more = useMore()(moment);
  const to = useWay()(moment, customer);
  const words = quoted(moment);
  const scored = moment.what === 'ANSWER';
  return (
    <li className={classes.moment} data-bad={bad(moment) || undefined}>
      <span className={classes.mark} data-class={scored ? classOf(moment.score!) : undefined} aria-hidden="true">{scored ? moment.score : <Icon size={16} />}</span>
      <div className={classes.what}>
        {to ? <Link className={classes.head} to={to}>{head}</Link> : <span className={classes.head}>{head}</span>}
        {words && <Text size="sm" className={classes.words}>{words}</Text>}
        {more.length > 0 && <Text size="sm" c="dimmed" className={classes.words}>{more.join(' · ')}</Text>}
        {moment.other && (
          <Text size="sm" c="dimmed">
            <Link className={classes.other} to={`/customers/${moment.other.id}`}>{t(otherKey(moment), { ns: moment.kind === 'CONTACT' ? 'app' : 'customers', other: moment.other.name ?? t('unnamed'), customer: moment.other.name ?? t('unnamed') })}</Link>
          </Text>
        )}
      </div>
      <time className={classes.at} dateTime={moment.at} title={format.exact(moment.at)}>{format.moment(moment.at)}</time>
    </li>
  );
}

const classOf = (score: number) => (score <= 6 ? 'detractors' : score <= 8 ? 'passives' : 'promoters');

const bad = ({ what, state }: Moment) => what === 'ANSWER_LATE' || (what === 'PROMISE_SETTLED' && (state === 'broken' || state === 'kept_late'));

function otherKey({ kind, other, state }: Moment) {
  if (kind === 'CONTACT') return other!.forHim ? 'forWhom.forOther' : 'forWhom.via';
  if (state === 'merged') return 'timeline.with';
  return state === 'moved_away' ? 'timeline.to' : 'timeline.from';
}

/** What somebody said or wrote, below what it is. */
function quoted({ what, words, title }: Moment) {
  if (what === 'ANSWER') return words && `“${words}”`;
  if (what === 'STORY' || what === 'FOLLOW_UP_DONE' || what === 'GESTURE') return words;
  if (what === 'PROMISE_SETTLED') return title && `“${title}”`;
  return undefined;
}

function useHead() {
  const { t } = useTranslation('customers');
  const { nameOf } = useChannels();
  return ({ what, title, state, score, place }: Moment) => {
    const number = place?.caseNumber;
    switch (what) {
      case 'CONTACT': return title || t('timeline.contactBy', { channel: place?.channel ? nameOf(place.channel) : '' });
      case 'CASE_SOLVED': return t('timeline.solved', { number });
      case 'ORDER_PLACED': case 'ORDER_SHIPPED': case 'ORDER_DELIVERED': return t(`timeline.${what}`, { number: title });
      case 'PROMISE_GIVEN': return t('timeline.promised', { words: title });
      case 'PROMISE_SETTLED': return t(`timeline.promise.${state}`);
      case 'ANSWER_LATE': return t(state === 'kept_late' ? 'timeline.answeredLate' : 'timeline.notAnswered');
      case 'GESTURE': return t(state === 'asked' ? 'timeline.giftAsked' : 'timeline.given', { gift: title });
      case 'ANSWER': return t('timeline.scored', { score });
      case 'FOLLOW_UP_BEGUN': return t('timeline.followUp');
      case 'FOLLOW_UP_DONE': return t('timeline.followedUp', { outcome: state ? t(`timeline.outcome.${state}`) : '' });
      case 'STORY': return t('app:stories.title');
      case 'ADDRESS_KNOWN': return t('timeline.known', { address: title });
      case 'ADDRESS_CHANGED': return t(`timeline.address.${state}`, { kind: title && t(`identity.${title}`) });
    }
  };
}

/** The rest, in one line. */
function useMore() {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { nameOf } = useChannels();
  return ({ kind, what, title, words, state, by, due, amount, place }: Moment) => [
    place && kind !== 'CASE' && t('history.case', { number: place.caseNumber }),
    kind === 'CONTACT' && place?.channel && nameOf(place.channel),
    what === 'CASE_SOLVED' && title,
    (kind === 'CONTACT' || kind === 'ORDER' || what === 'PROMISE_SETTLED') && words,
    kind === 'CONTACT' && state !== 'ended' && t('history.open'),
    what === 'ORDER_PLACED' && (state === 'returned' || state === 'cancelled') && t(`status.${state}`),
    (what === 'ORDER_PLACED' || what === 'GESTURE') && amount && format.money(amount.minor, amount.currency),
    what === 'PROMISE_GIVEN' && due && t('timeline.due', { at: format.due(due) }),
    what === 'PROMISE_GIVEN' && (state === 'open' || state === 'late') && t(`timeline.promise.${state}`),
    what === 'ANSWER' && state && t(`timeline.emotion.${state}`),
    by,
  ].filter((one): one is string => typeof one === 'string' && one !== '');
}

function useWay() {
  const { may } = useSession();
  return ({ what, kind, place }: Moment, customer: string) => {
    if (kind === 'ORDER') return `/customers/${customer}?tab=orders`;
    if (what === 'CASE_SOLVED' && place) return `/cases/${place.caseId}`;
    if (kind === 'FOLLOW_UP') return `/follow-ups${what === 'FOLLOW_UP_DONE' ? '?shown=done' : ''}`;
    return place?.conversation && may('contacts.view') ? `/desk/all/${place.conversation}` : undefined;
  };
}
