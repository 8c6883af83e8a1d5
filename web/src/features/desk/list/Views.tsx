import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCounts, useQueues } from '../api';
import { queuePath, views } from '../places';
import classes from './List.module.css';

/** The lists of the desk, in the navigation, each with how much it holds. */
export function Views() {
  const { t } = useTranslation('desk');
  const counts = useCounts().data;
  const queues = useQueues().data ?? [];
  const numbers: Record<string, number | undefined> = { mine: counts?.mine, team: counts?.team, waiting: counts?.waiting, all: counts?.all };
  return (
    <ul className={classes.views}>
      {views.map(({ path }) => (
        <li key={path}>
          <NavLink to={`/desk/${path}`} className={classes.view}>
            {t(`view.${path}`)}
            <Count n={numbers[path]} />
          </NavLink>
        </li>
      ))}
      {queues.length > 0 && <li className={classes.viewsHead}>{t('queues')}</li>}
      {queues.map((queue) => (
        <li key={queue.id}>
          <NavLink to={queuePath(queue.id)} className={classes.view}>
            <span className={classes.ellipsis}>{queue.name}</span>
            <Count n={counts?.queues[queue.id]} />
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Count({ n }: { n?: number }) {
  return n ? <span className={classes.count}>{n}</span> : null;
}
