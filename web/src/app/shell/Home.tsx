import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { places } from '../features';
import { useSession } from '../session';
import { allNeeded, starters, useStepsNow } from '../start/steps';
import { Empty } from '../states/Empty';
import { Loading } from '../states/Loading';

/** The start is the first place one may go to; on a new installation the administrator is led to the first steps. */
export function Home() {
  const { may } = useSession();
  return may(starters) ? <AdministratorsHome /> : <FirstPlace />;
}

function AdministratorsHome() {
  const ready = allNeeded(useStepsNow());
  if (ready === undefined) return <Loading height="60vh" />;
  return ready ? <FirstPlace /> : <Navigate to="/start" replace />;
}

function FirstPlace() {
  const { t } = useTranslation();
  const { may } = useSession();
  const first = places.find((place) => place.group !== 'settings' && may(place.permission));
  return first ? <Navigate to={first.path} replace /> : <Empty title={t('home.nothing.title')} height="60vh">{t('home.nothing.detail')}</Empty>;
}
