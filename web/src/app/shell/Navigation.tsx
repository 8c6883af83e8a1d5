import { Text, UnstyledButton } from '@mantine/core';
import { IconSearch, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Place } from '../feature';
import { isAt, isSetting, navigationFeet, places } from '../features';
import { KeyHint } from '../keys';
import { openPalette } from '../palette/Palette';
import { useSession } from '../session';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';

interface Props {
  onChosen?: () => void;
  onKeys: () => void;
}

/** The places this person may go to. */
export function Navigation({ onChosen, onKeys }: Props) {
  const { t } = useTranslation();
  const { may } = useSession();
  const { pathname } = useLocation();
  const work = places.filter((place) => place.group !== 'settings' && may(place.permission));
  const setting = isSetting(pathname);
  const isHere = (place: Place) => isAt(place, pathname);
  const hasSettings = places.some((place) => place.group === 'settings' && may(place.permission));
  return (
    <nav className={classes.nav} aria-label={t('places')}>
      <Link to="/" className={classes.brand} onClick={onChosen}>
        <img src="/hartslag.svg" alt="" width={28} height={28} />
        <Text span inherit>{t('product')}</Text>
      </Link>
      <UnstyledButton className={classes.search} onClick={() => { onChosen?.(); openPalette(); }}>
        <IconSearch size={16} aria-hidden="true" />
        <span className={classes.label}>{t('palette.short')}</span>
        <KeyHint keys="mod+K" />
      </UnstyledButton>
      <ul className={classes.places}>
        {work.map((place) => (
          <li key={place.path} className={place.Below && isHere(place) ? classes.unfolded : undefined}>
            <Link to={place.path} className={classes.place} aria-current={isHere(place) ? 'page' : undefined} onClick={onChosen}>
              <place.icon size={20} stroke={1.7} />
              <span className={classes.label}>{t(place.label)}</span>
              {place.Badge && <place.Badge />}
            </Link>
            {place.Below && isHere(place) && <place.Below />}
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {hasSettings && (
          <Link to="/settings" className={classes.place} aria-current={setting ? 'page' : undefined} onClick={onChosen}>
            <IconSettings size={20} stroke={1.7} />
            <span className={classes.label}>{t('settings.place')}</span>
          </Link>
        )}
        {navigationFeet.map((Foot, index) => <Foot key={index} />)}
        <UserMenu onKeys={onKeys} onChosen={onChosen} />
      </div>
    </nav>
  );
}
