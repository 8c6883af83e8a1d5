import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { places, starters } from '../features';
import { useSession } from '../session';
import { allNeeded, useStepsNow } from '../start/steps';
import { Empty } from '../states/Empty';
import { Loading } from '../states/Loading';

/** When it is not known by then whether something is missing, work goes first. */
const patience = 3_000;

/** Where someone with these rights begins: where the work is, or what is made from it. The first that fits counts. */
const starts: { path: string; all: string[]; none?: string[] }[] = [
  { path: '/desk', all: ['contacts.handle'], none: ['listen.view', 'live.view'] },
  { path: '/settings', all: ['organisation.configure'] },
  { path: '/live', all: ['contacts.handle', 'customers.change', 'live.view'] },
  { path: '/listen', all: ['listen.view'] },
  { path: '/live', all: ['live.view'] },
  // who reads along but answers nobody has no work of his own at the desk
  { path: '/desk/all', all: ['contacts.view'], none: ['contacts.handle'] },
];

/** Where a person with these rights begins, else the first place he may go to. */
export const startOf = (may: ReturnType<typeof useSession>['may']): { path: string } | undefined =>
  starts.find(({ all, none = [] }) => all.every((one) => may(one)) && !none.some((one) => may(one)))
  ?? places.find((place) => place.group !== 'settings' && may(place.permission));

/** The start of one's own work, else the first place one may go to; on a new installation the administrator is led to the first steps. */
export function Home() {
  const { may } = useSession();
  return may(starters) ? <AdministratorsHome /> : <FirstPlace />;
}

function AdministratorsHome() {
  const ready = allNeeded(useStepsNow());
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(false), patience);
    return () => clearTimeout(timer);
  }, []);
  if (ready === undefined && waiting) return <Loading height="60vh" />;
  return ready ?? true ? <FirstPlace /> : <Navigate to="/start" replace />;
}

function FirstPlace() {
  const { t } = useTranslation();
  const { may } = useSession();
  const start = startOf(may);
  return start ? <Navigate to={start.path} replace /> : <Empty title={t('home.nothing.title')} height="60vh">{t('home.nothing.detail')}</Empty>;
}
