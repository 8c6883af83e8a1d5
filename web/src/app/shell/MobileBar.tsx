import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconMenu2, IconMoonFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isAt, places } from '../features';
import { useQuietWords } from '../notify/quiet';
import { useSession } from '../session';
import { startOf } from './Home';
import classes from './Shell.module.css';

const mostPlaces = 4;

/** On a phone: the first places at the thumb, the rest behind the menu. */
export function MobileBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation();
  const { may } = useSession();
  const { pathname } = useLocation();
  const quiet = useQuietWords();
  const open = places.filter((place) => place.group !== 'settings' && may(place.permission));
  const start = startOf(may)?.path ?? '';
  const home = open.find((place) => isAt(place, start));
  // where one begins is always at the thumb, in its own order
  const chosen = [...(home ? [home] : []), ...open.filter((place) => place !== home)].slice(0, mostPlaces);
  const first = open.filter((place) => chosen.includes(place));
  return (
    <nav className={classes.mobileBar} aria-label={t('places')}>
      {first.map((place) => (
        <Link key={place.path} to={place.path} className={classes.mobilePlace} aria-current={isAt(place, pathname) ? 'page' : undefined}>
          <place.icon size={22} stroke={1.6} />
          {t(place.label)}
        </Link>
      ))}
      <UnstyledButton className={classes.mobilePlace} onClick={onMenu}>
        <IconMenu2 size={22} stroke={1.6} aria-hidden="true" />
        {t('menu')}
        {quiet && <><IconMoonFilled size={13} className={classes.moon} aria-hidden="true" /><VisuallyHidden>{quiet}</VisuallyHidden></>}
      </UnstyledButton>
    </nav>
  );
}
