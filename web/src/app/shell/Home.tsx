import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { places } from '../features';
import { useSession } from '../session';
import { allNeeded, starters, useStepsNow } from '../start/steps';
import { Empty } from '../states/Empty';
import { Loading } from '../states/Loading';

/** When it is not known by then whether something is missing, work goes first. */
const patience = 3_000;

/** The start is the first place one may go to; on a new installation the administrator is led to the first steps. */
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
  const first = places.find((place) => place.group !== 'settings' && may(place.permission));
  return first ? <Navigate to={first.path} replace /> : <Empty title={t('home.nothing.title')} height="60vh">{t('home.nothing.detail')}</Empty>;
}
