import { Empty } from '@app/states';
import { useMediaQuery } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BesidePane } from './beside/BesidePane';
import classes from './DeskPage.module.css';
import { useGuidanceLive } from './guidance/api';
import { ListPane } from './list/ListPane';
import { useDeskPlace } from './places';
import { ThreadPane } from './thread/ThreadPane';

/** List, thread and customer side by side; on a phone one after the other, each with its own address. */
export default function DeskPage() {
  const { t } = useTranslation('desk');
  const { conversation, pane } = useDeskPlace();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false }) ?? true;
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const customerAsked = pane === 'customer';
  const listShown = narrow ? !conversation : wide || !conversation || !customerAsked;
  const threadShown = !narrow || !customerAsked;
  const besideShown = wide || customerAsked;
  useGuidanceLive();

  return (
    <div className={classes.panes}>
      {listShown && <div className={classes.list}><ListPane narrow={narrow} /></div>}
      {conversation
        ? (
          <Kept key={`${conversation} thread`} className={classes.thread} shown={threadShown}>
            <ThreadPane id={conversation} shown={threadShown} back={!listShown} customerLink={!wide} wrapUpSlot={besideShown && !narrow ? slot : null} />
          </Kept>
        )
        : !narrow && <div className={classes.thread}><Empty icon={IconMessages} title={t('nothingOpen.title')} height="100%">{t('nothingOpen.detail')}</Empty></div>}
      {conversation && (
        <Kept key={`${conversation} beside`} className={classes.beside} shown={besideShown}>
          <div ref={setSlot} className={classes.slot} />
          <div className={classes.customer}><BesidePane id={conversation} back={narrow} /></div>
        </Kept>
      )}
    </div>
  );
}

/** Once shown it stays, out of sight if need be: a window that gets narrower or wider, or a phone that is tilted, loses no word that was typed. */
function Kept({ shown, className, children }: { shown: boolean; className: string | undefined; children: ReactNode }) {
  const was = useRef(false);
  const pane = useRef<HTMLDivElement>(null);
  was.current ||= shown;
  // whoever was in it goes on at the top of the page
  useLayoutEffect(() => {
    if (!shown && pane.current?.contains(document.activeElement)) pane.current.closest('main')?.focus({ preventScroll: true });
  }, [shown]);
  return was.current && <div ref={pane} className={className} hidden={!shown}>{children}</div>;
}
