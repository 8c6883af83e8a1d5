import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { Button, Group, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconClock, IconPaperclip, IconSend, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api';
import { goesTo } from '../composer/addressees';
import { SentTo } from '../thread/SentTo';
import look from '../thread/Thread.module.css';
import type { OpenConversation } from '../types';
import { usePlanned, type Planned } from './api';
import classes from './Planned.module.css';
import { useSecondsLeft } from './useSecondsLeft';

const patience = 3_000;

/** An answer that has not left: it can be taken back, and one of later be sent now. One that was stopped says why and keeps its words. */
export function PlannedItem({ open, planned, onGone }: { open: OpenConversation; planned: Planned; onGone: () => void }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const { conversation } = open;
  const format = useFormat(useZone(conversation.brand));
  const { takeBack, sendNow } = usePlanned(conversation.id, onGone);
  const stopped = planned.state === 'STOPPED';
  const soon = !planned.later && !stopped;
  const seconds = useSecondsLeft(planned.plannedAt, planned.sendAt, soon);
  const busy = takeBack.isPending || sendNow.isPending;

  // the stream says that it left; when the line is away it is asked
  const due = soon && seconds === 0;
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.conversation(conversation.id) }), patience);
    return () => clearTimeout(timer);
  }, [due, queries, conversation.id]);

  const when = stopped ? t(`planned.why.${planned.why ?? 'REFUSED'}`) : t('planned.at', { time: format.due(planned.sendAt), name: planned.authorName });

  return (
    <li className={look.message} data-direction="out" data-medium="mail" data-planned={planned.state}>
      <div className={look.by}><strong>{planned.authorName}</strong></div>
      {planned.addressees && <SentTo recipients={goesTo(conversation.recipients, planned.addressees)} />}
      <div className={classes.bubble} data-state={planned.state}>
        <p className={classes.text}>{planned.text}</p>
        {planned.files.length > 0 && (
          <ul className={classes.files}>
            {planned.files.map((file) => <li key={file.id}><IconPaperclip size={14} aria-hidden="true" />{file.name} · {format.bytes(file.size)}</li>)}
          </ul>
        )}
      </div>
      <div className={classes.foot}>
        <span className={classes.when} data-state={planned.state}>
          {stopped ? <IconAlertTriangle size={15} aria-hidden="true" /> : <IconClock size={15} aria-hidden="true" />}
          {soon ? (
            <>
              {/* a number that runs is not read out each second */}
              <span aria-hidden="true">{seconds > 0 ? t('planned.leavesIn', { count: seconds }) : t('planned.leaves')}</span>
              <VisuallyHidden>{t('planned.leavesSoon')}</VisuallyHidden>
            </>
          ) : when}
        </span>
        {open.mayHandle && (
          <Group gap={4}>
            <Button size="compact-sm" variant="default" loading={takeBack.isPending} disabled={busy} onClick={() => takeBack.mutate({ id: planned.id })} leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}>
              {t(stopped ? 'planned.toBox' : 'planned.takeBack')}
            </Button>
            {stopped
              ? <Button size="compact-sm" variant="subtle" color="gray" disabled={busy} onClick={() => takeBack.mutate({ id: planned.id, away: true })} leftSection={<IconTrash size={15} aria-hidden="true" />}>{t('planned.away')}</Button>
              : planned.later && (
                <Button size="compact-sm" variant="subtle" loading={sendNow.isPending} disabled={busy} leftSection={<IconSend size={15} aria-hidden="true" />}
                  onClick={() => sendNow.mutate(planned.id)}>
                  {t('planned.sendNow')}
                </Button>
              )}
          </Group>
        )}
      </div>
    </li>
  );
}
