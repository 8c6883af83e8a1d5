import { use, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSAFE_DataRouterContext, useBlocker } from 'react-router';
import { useConfirm } from '../confirm';

/** Asks before one walks away from what was typed and not saved: to another page, or out of the browser. */
export function Unsaved({ dirty }: { dirty: () => boolean }) {
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, []);
  // Only a router that holds its routes can wait for an answer.
  return use(UNSAFE_DataRouterContext) ? <Walking dirty={() => latest.current()} /> : null;
}

function Walking({ dirty }: { dirty: () => boolean }) {
  const { t } = useTranslation('app');
  const confirm = useConfirm();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && dirty());
  const asked = useRef(false);
  useEffect(() => {
    if (blocker.state !== 'blocked' || asked.current) return;
    asked.current = true;
    void confirm({ title: t('unsaved.title'), body: t('unsaved.body'), confirm: t('unsaved.discard'), cancel: t('unsaved.stay'), danger: true }).then((yes) => {
      asked.current = false;
      if (yes) blocker.proceed();
      else blocker.reset();
    });
  }, [blocker, confirm, t]);
  return null;
}
