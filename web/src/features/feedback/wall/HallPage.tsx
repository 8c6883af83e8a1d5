import { Button, Group } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconMaximize, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useShortcuts } from '@app/keys';
import { useLive, useLiveConnection } from '@app/live';
import { Failed, Loading } from '@app/states';
import { useCompliments } from '../api';
import classes from './Wall.module.css';

const pace = 12_000;

/** Long words in smaller letters, so that every compliment fits the screen. */
const size = (words: string) => `clamp(1.3rem, ${Math.max(2.6, 7.5 - words.length / 55)}vmin, 6rem)`;

/** The wall for the screen in the hall: one compliment at a time. It turns by itself unless motion is not wanted. */
export default function HallPage() {
  const { t } = useTranslation('feedback');
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const get = (name: string) => search.get(name) ?? undefined;
  const calm = useReducedMotion();
  const [turning, setTurning] = useState(true);
  const [at, setAt] = useState(0);
  const list = useCompliments({ brand: get('brand'), user: get('user'), team: get('team') }, 50);
  useLiveConnection(true);
  useLive('compliment.changed', () => {
    setAt(0);
    void queries.invalidateQueries({ queryKey: ['compliments'] });
  }, ['compliments']);
  const count = list.items.length;
  const move = useCallback((by: number) => setAt((before) => (count ? (before + by + count) % count : 0)), [count]);
  const runs = turning && !calm;
  useEffect(() => {
    if (!runs || count < 2) return;
    const timer = setInterval(() => move(1), pace);
    return () => clearInterval(timer);
  }, [runs, count, move]);
  useShortcuts([
    { keys: 'arrowright', label: t('wall.next'), run: () => move(1) },
    { keys: 'arrowleft', label: t('wall.previous'), run: () => move(-1) },
  ]);
  const shown = list.items[at];

  return (
    <main className={classes.hall}>
      <div className={classes.hallTop}>
        <strong>{t('wall.place')}</strong>
        <Group gap="xs">
          <Button variant="white" size="compact-sm" leftSection={<IconMaximize size={16} aria-hidden="true" />} onClick={() => void document.documentElement.requestFullscreen?.()}>{t('wall.full')}</Button>
          <Button component={Link} to={`/wall?${search}`} variant="white" size="compact-sm">{t('wall.leave')}</Button>
        </Group>
      </div>
      <div className={classes.stage} aria-live="off">
        {list.isPending && <Loading />}
        {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && !shown && <p>{t('wall.none')}</p>}
        {shown && (
          <article key={shown.id}>
            <blockquote style={{ fontSize: size(shown.words) }}>“{shown.words}”</blockquote>
            <footer>{[shown.person, shown.teamName].filter(Boolean).join(' · ')}</footer>
          </article>
        )}
      </div>
      <div className={classes.hallBottom}>
        <Group gap="xs">
          <Button variant="white" size="compact-sm" onClick={() => move(-1)}>{t('wall.previous')}</Button>
          <Button variant="white" size="compact-sm" onClick={() => move(1)}>{t('wall.next')}</Button>
          {!calm && (
            <Button variant="white" size="compact-sm" leftSection={turning ? <IconPlayerPause size={16} aria-hidden="true" /> : <IconPlayerPlay size={16} aria-hidden="true" />}
              onClick={() => setTurning(!turning)}>{turning ? t('wall.pause') : t('wall.play')}</Button>
          )}
        </Group>
        {count > 0 && <span className="numbers">{t('wall.position', { at: at + 1, count })}</span>}
      </div>
    </main>
  );
}
