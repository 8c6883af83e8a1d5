import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgentNow, Answers, QueueNow, QueueToday } from '../types';
import classes from './Floor.module.css';
import { Shares } from './Shares';
import { DueSoon, InTime } from './Today';

const canBeAsked = ({ presence }: AgentNow) => presence.state === 'AVAILABLE' && presence.connected;

interface Props { one: QueueNow; brand: string | undefined; agents: AgentNow[]; day: QueueToday | undefined; level: Answers | undefined; now: number }

/** How many wait in a queue and since when, what is in hand, who could be asked, how its promises stand. */
export function QueueRow({ one: { queue, figures }, brand, agents, day, level, now }: Props) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const { may } = useSession();
  const number = (value: number) => <span className={value === 0 ? classes.zero : classes.big}>{format.number(value)}</span>;
  const available = agents.filter((agent) => agent.queues.includes(queue.id) && canBeAsked(agent)).length;
  const closed = figures.opensAt !== undefined && Date.parse(figures.opensAt) > now;
  return (
    <tr>
      <td className={classes.wide}>
        <Anchor component={Link} to={`/desk/queue-${queue.id}`} c="inherit" className={classes.name}>{queue.name}</Anchor>
        <span className={classes.under}>{[brand, queue.mode === 'pull' && t('mode.pull')].filter(Boolean).join(' · ')}</span>
        <Shares today={day} />
        {figures.free && (
          <span className={figures.free.now < figures.free.atLeast ? classes.closed : classes.under}>
            {t('floor.queues.free', { count: figures.free.now, least: figures.free.atLeast, medium: t(`reserve.for.${figures.free.medium}`) })}
          </span>
        )}
        {closed && <span className={classes.closed}>{t('floor.queues.opens', { time: format.moment(figures.opensAt!) })}</span>}
      </td>
      <td className={classes.number} data-label={t('floor.queues.waiting')}>
        {figures.waiting > 0 && may('contacts.view')
          ? <Anchor component={Link} c="inherit" to={`/live/queues/${queue.id}`} aria-label={t('floor.queues.waitingIn', { queue: queue.name, n: format.number(figures.waiting) })}>{number(figures.waiting)}</Anchor>
          : number(figures.waiting)}
      </td>
      <td className={classes.number} data-label={t('floor.queues.oldest')}>
        {figures.oldestAt ? <span className={figures.overflowed > 0 ? classes.late : undefined}>{format.span(now - Date.parse(figures.oldestAt))}</span> : <span className={classes.zero}>{t('floor.nobody')}</span>}
      </td>
      <td className={classes.number} data-label={t('floor.queues.overflow')}>
        {figures.overflowed > 0 ? <span className={classes.late}>{format.number(figures.overflowed)}</span> : number(0)}
      </td>
      <td className={classes.number} data-label={t('floor.queues.inHand')}>{number(figures.inHand)}</td>
      <td className={classes.number} data-label={t('floor.queues.available')}>
        {available === 0 && figures.waiting > 0 && !closed ? <span className={classes.late}>{t('floor.queues.nobodyAvailable')}</span> : number(available)}
      </td>
      <td className={classes.number} data-label={t('floor.queues.now')}><InTime answers={level} /></td>
      <td className={classes.number} data-label={t('floor.queues.inTime')}><InTime answers={day?.answers} /></td>
      <td className={classes.number} data-label={t('floor.queues.dueSoon')}><DueSoon today={day} name={queue.name} /></td>
    </tr>
  );
}
