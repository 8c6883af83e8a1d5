import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { places } from '../features';
import { useSession } from '../session';
import { Empty } from '../states/Empty';

/** The start is the first place one may go to. */
export function Home() {
  const { t } = useTranslation();
  const { may } = useSession();
  const first = places.find((place) => place.group !== 'settings' && may(place.permission));
  return first ? <Navigate to={first.path} replace /> : <Empty title={t('home.nothing.title')} height="60vh">{t('home.nothing.detail')}</Empty>;
}
