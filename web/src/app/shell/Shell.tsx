import { Box, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { everywhere, places } from '../features';
import { useShortcuts } from '../keys';
import { useLive, useLiveConnection } from '../live';
import { Notifier } from '../notify/Notifier';
import { KeysOverview } from '../palette/KeysOverview';
import { Palette, openPalette } from '../palette/Palette';
import { useSession } from '../session';
import { Stale } from '../states/Stale';
import { MobileBar } from './MobileBar';
import { Navigation } from './Navigation';
import classes from './Shell.module.css';
import { useFocusKept } from './useFocusKept';

/** The frame around everything: places on the left, the page beside them. */
export function Shell() {
  const { t } = useTranslation();
  const { user, may } = useSession();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [menuOpen, menu] = useDisclosure();
  const [keysOpen, keys] = useDisclosure();
  const go = useNavigate();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useLiveConnection(user !== null);
  // A brand was made or renamed: what one may see stands in the session.
  useLive('organisation.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['session'] }), ['session']);

  // Rights or account changed, or the password was reset: somebody who may not be here any more comes to the log-in page.
  useLive('session.changed', (_news, queries) => void queries.invalidateQueries({ queryKey: ['session'] }), ['session']);
  useFocusKept(main);

  const area = pathname.split('/')[1];
  const before = useRef(area);
  useEffect(() => {
    menu.close();
    // Another place: screen readers begin at its top. Moves inside a place keep the focus where it is.
    if (before.current !== area) main.current?.focus({ preventScroll: true });
    before.current = area;
  }, [area, menu.close]);

  const reachable = useMemo(() => places.filter((place) => place.key && may(place.permission)), [may]);
  useShortcuts([
    ...reachable.map((place) => ({ keys: `g ${place.key}`, label: t(place.label), run: () => void go(place.path) })),
    { keys: 'mod+k', label: t('palette.open'), run: openPalette, whileTyping: true },
    { keys: '?', label: t('keys.overview'), run: keys.open },
  ]);

  return (
    <Box className={classes.frame}>
      <a className="skip-link" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      {narrow
        ? (
          <>
            <MobileBar onMenu={menu.open} />
            <Drawer opened={menuOpen} onClose={menu.close} size={260} withCloseButton={false} padding={0} title={t('menu')}
              classNames={{ header: classes.hidden, body: classes.drawerBody }}>
              <Navigation onChosen={menu.close} onKeys={keys.open} />
            </Drawer>
          </>
        )
        : <Navigation onKeys={keys.open} />}
      <div className={classes.page}>
        <Stale />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}><Outlet /></main>
      </div>
      <Palette onKeys={keys.open} />
      <Notifier />
      <KeysOverview opened={keysOpen} onClose={keys.close} />
      {everywhere.map((Everywhere, index) => <Everywhere key={index} />)}
    </Box>
  );
}
