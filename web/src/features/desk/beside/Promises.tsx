import { useFormat } from '@app/format';
import { useUser, useZone } from '@app/session';
import { IconAlertTriangle, IconCheck, IconClock, IconPlayerPause, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PromiseActions } from '../promises/PromiseActions';
import type { PromiseView } from '../types';
import classes from './Beside.module.css';
import { Section } from './BesidePane';

const icons = { open: IconClock, late: IconAlertTriangle, kept: IconCheck, kept_late: IconAlertTriangle, broken: IconX, withdrawn: IconX };

interface Props {
  promises: PromiseView[];
  brand: string;
  conversation: string;
  handles: boolean;
}

/** What we said we would do, and whether we did. */
export function Promises({ promises, brand, conversation, handles }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(brand));
  const me = useUser().id;
  if (promises.length === 0) return null;
  const ruled = (kind: string, byRule: PromiseView['byRule'], paused: boolean, dueAt: string) => {
    if (paused) return t('byRule.solutionPaused');
    const time = format.moment(dueAt);
    if (kind === 'solution') return t('byRule.solution', { time });
    return byRule?.step === 'next' ? t('byRule.next', { time }) : t('promise.answer', { time });
  };
  return (
    <Section title={t('promises')}>
      <ul className={classes.lines}>
        {promises.map(({ id, kind, state, dueAt, settledAt, given, byRule, moves }) => {
          const paused = byRule?.pausedAt !== undefined && !settledAt;
          const Icon = paused ? IconPlayerPause : icons[state as keyof typeof icons] ?? IconClock;
          return (
            <li key={id} className={classes.promise} data-state={state}>
              <Icon size={16} aria-hidden="true" />
              <div>
                <span>{given ? given.words : ruled(kind, byRule, paused, dueAt)}</span>{' '}
                <span className={classes.soft}>
                  {given && `${t('due.before', { time: format.moment(dueAt) })} · ${given.owner === me ? t('promised.mine') : t('promised.by', { name: given.ownerName })} · `}
                  {paused ? t('byRule.paused') : byRule?.soon && state === 'open' ? t('byRule.soon') : t(`promiseState.${state}`)}{given?.why && ` · ${given.why}`}
                </span>
                {moves.map((move) => <Moved key={`${move.at} ${move.cause}`} move={move} brand={brand} />)}
                {given && handles && !settledAt && <PromiseActions id={id} brand={brand} conversation={conversation} owner={given.owner} words={given.words} from={given.from} dueAt={dueAt} />}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type Move = PromiseView['moves'][number];

/** Why a promise is due at another moment than it was. */
function Moved({ move, brand }: { move: Move; brand: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(brand));
  const cause = t(`byRule.cause.${move.cause as 'calendar'}`, { subject: move.subject ?? '' });
  const by = move.by ? ` ${t('byRule.movedBy', { name: move.by })}` : '';
  const byPerson = move.cause === 'agreed' || move.cause === 'ours';
  // that the customer agrees after all moves nothing
  const moved = move.oldDueAt === move.newDueAt ? t('byRule.stays', { at: format.moment(move.newDueAt) }) : t('byRule.moved', { from: format.moment(move.oldDueAt), to: format.moment(move.newDueAt) });
  return (
    <span className={classes.moved}>
      {byPerson ? `${moved}${by}: ${cause}` : `${moved}: ${cause}${by}`}{move.words && `. ${move.words}`}
    </span>
  );
}
