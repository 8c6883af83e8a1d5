import { Empty } from '@app/states';
import { useMediaQuery } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
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
  const customerShown = pane === 'customer';
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useGuidanceLive();

  if (narrow) {
    return (
      <div className={classes.single}>
        {!conversation && <ListPane narrow />}
        {conversation && !customerShown && <ThreadPane key={conversation} id={conversation} back customerLink />}
        {conversation && customerShown && <BesidePane key={conversation} id={conversation} back />}
      </div>
    );
  }
  return (
    <div className={classes.panes}>
      <div className={classes.list}><ListPane narrow={false} /></div>
      <div className={classes.thread}>
        {conversation
          ? <ThreadPane key={conversation} id={conversation} customerLink={!wide} wrapUpSlot={slot} />
          : <Empty icon={IconMessages} title={t('nothingOpen.title')} height="100%">{t('nothingOpen.detail')}</Empty>}
      </div>
      {conversation && (wide || customerShown) && (
        <div className={classes.beside}>
          <div ref={setSlot} className={classes.slot} />
          <div className={classes.customer}><BesidePane key={conversation} id={conversation} /></div>
        </div>
      )}
    </div>
  );
}
