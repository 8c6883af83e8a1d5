import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answers, QueueNow, QueueToday } from '../types';
import classes from './Wallboard.module.css';

interface Props { one: QueueNow; brand: string | undefined; today: QueueToday | undefined; level: Answers | undefined; now: number }

/** One queue in six figures; its brand under the name where there are several. */
export function WallRow({ one: { queue, figures }, brand, today, level, now }: Props) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  return (
    <tr data-late={figures.overflowed > 0 || undefined}>
      <th scope="row">
        <span className={classes.name} title={queue.name}>{queue.name}</span>
        {brand && <span className={classes.small}>{brand}</span>}
      </th>
      <td data-label={t('floor.queues.waiting')} data-none={figures.waiting === 0 || undefined}>{format.number(figures.waiting)}</td>
      <td data-label={t('wall.oldest')} data-none={!figures.oldestAt || undefined}>
        {figures.oldestAt ? format.span(now - Date.parse(figures.oldestAt)) : t('floor.nobody')}
        {figures.overflowed > 0 && <span className={classes.small}>{t('wall.tooLong', { count: figures.overflowed, n: format.number(figures.overflowed) })}</span>}
      </td>
      <td data-label={t('floor.queues.inHand')} data-none={figures.inHand === 0 || undefined}>{format.number(figures.inHand)}</td>
      <Due today={today} name={queue.name} />
      <InTime label={t('floor.queues.now')} answers={level} />
      <InTime label={t('floor.queues.inTime')} answers={today?.answers} />
    </tr>
  );
}

/** What is promised and due within the hour, and what is late; leads to all of it. */
function Due({ today, name }: { today: QueueToday | undefined; name: string }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const { may } = useSession();
  const { dueSoon = 0, late = 0 } = today ?? {};
  const figures = (
    <>
      {today ? format.number(dueSoon) : t('floor.nobody')}
      {late > 0 && <span className={classes.small}>{t('floor.queues.late', { count: late, n: format.number(late) })}</span>}
    </>
  );
  return (
    <td data-label={t('floor.queues.dueSoon')} data-none={dueSoon === 0 || undefined} data-pressing={late > 0 || undefined}>
      {dueSoon + late > 0 && may('contacts.view')
        ? <Anchor component={Link} c="inherit" fz="inherit" lh="inherit" underline="never" to={`/live/promises?queue=${today!.queue}&within=hour`} aria-label={t('floor.queues.dueOf', { queue: name, soon: format.number(dueSoon), late: format.number(late) })}>{figures}</Anchor>
        : figures}
    </td>
  );
}

function InTime({ label, answers }: { label: string; answers: Answers | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  return (
    <td data-label={label} data-none={!answers?.share || undefined}>
      {answers?.share ? format.hundredths(answers.share.percent) : t('floor.nobody')}
      {answers && <span className={classes.small}>{t('floor.queues.ofDue', { count: answers.n, n: format.number(answers.n) })}</span>}
    </td>
  );
}
