import { UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isAt, places } from '../features';
import { useSession } from '../session';
import classes from './Shell.module.css';

const mostPlaces = 4;

/** On a phone: the first places at the thumb, the rest behind the menu. */
export function MobileBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation();
  const { may } = useSession();
  const { pathname } = useLocation();
  const first = places.filter((place) => place.group !== 'settings' && may(place.permission)).slice(0, mostPlaces);
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
      </UnstyledButton>
    </nav>
  );
}
