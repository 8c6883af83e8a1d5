import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Choices, Queue } from '../types';
import classes from './Queues.module.css';

/** One queue with what matters of it in a sentence. */
export function QueueRow({ queue, choices }: { queue: Queue; choices: Choices }) {
  const { t } = useTranslation('routing');
  const partner = choices.partners.find((one) => one.id === queue.partner);
  const skillName = (id: string) => choices.skills.find((skill) => skill.id === id)?.name ?? id;
  const facts = [
    t(`mode.${queue.mode}`),
    t('queues.priorityOf', { priority: queue.priority }),
    t('queues.overflowAfter', { count: queue.overflowMinutes }),
    queue.mode === 'push' && queue.atAllHours && t('queues.offeredAlways'),
    queue.inTurn && t('queues.nobodyChooses'),
    ...queue.search.rings.slice(0, 1).map((ring) => t('search.widens', { count: ring.afterMinutes })),
    queue.search.sharing.shares.length > 0 && t('sharing.sharedOver', { count: queue.search.sharing.shares.length }),
    queue.search.reserve.free > 0 && t('reserve.keeps', { count: queue.search.reserve.free, medium: t(`reserve.for.${queue.search.reserve.medium}`) }),
    partner?.name,
  ];
  return (
    <li>
      <Link to={`/settings/queues/${queue.id}`} className={classes.row}>
        <span className={classes.main}>
          <span className={classes.name}>{queue.name}</span>
          <span className={classes.under}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <span className={classes.skills}>
          {Object.entries(queue.skills).map(([skill, level]) => (
            <Badge key={skill} variant="light" tt="none">{t('queues.skillFrom', { skill: skillName(skill), level })}</Badge>
          ))}
        </span>
      </Link>
    </li>
  );
}
