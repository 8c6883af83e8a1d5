import { useTranslation } from 'react-i18next';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useCounts, useQueues } from '../api';
import { queuePath, viewPath, views } from '../places';
import { useViewCounts, useViews } from '../views/api';
import classes from './List.module.css';

/** The lists of the desk, in the navigation, each with how much it holds. */
export function Views() {
  const { t } = useTranslation('desk');
  const counts = useCounts().data;
  const queues = useQueues().data ?? [];
  const saved = useViews().data ?? [];
  const held = useViewCounts(saved).data;
  const numbers: Record<string, number | undefined> = { mine: counts?.mine, team: counts?.team, waiting: counts?.waiting, all: counts?.all };
  // with many lists the one on screen may stand below the edge
  const list = useRef<HTMLUListElement>(null);
  const here = useLocation().pathname.split('/')[2];
  useEffect(() => {
    // it may answer with a promise, which is nothing to clean up
    void list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [here, saved.length, queues.length]);
  return (
    <ul className={classes.views} ref={list}>
      {views.map(({ path }) => (
        <li key={path}>
          <NavLink to={`/desk/${path}`} className={classes.view}>
            {t(`view.${path}`)}
            <Count n={numbers[path]} />
          </NavLink>
        </li>
      ))}
      <li className={classes.viewsHead}>
        {t('views.place')}
        <Link to="/views/new" className={classes.addView} aria-label={t('views.add')} title={t('views.add')}><IconPlus size={15} aria-hidden="true" /></Link>
      </li>
      {saved.map((one) => (
        <li key={one.id}>
          <NavLink to={viewPath(one.id)} className={classes.view} title={one.teamName && t('views.forTeam', { team: one.teamName })}>
            <span className={classes.ellipsis}>{one.name}</span>
            <Count n={held?.[one.id]} />
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
