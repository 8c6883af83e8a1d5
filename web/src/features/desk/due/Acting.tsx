import { toastDone, toastProblem } from '@app/announce';
import { contactWork, type Handed } from '@app/contact/api';
import { HasteMenu } from '@app/contact/Haste';
import { TransferModal } from '@app/contact/TransferModal';
import type { useMoving } from '@app/contact/useMoving';
import { useConfirm } from '@app/confirm';
import { useSession } from '@app/session';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowsExchange, IconHandGrab } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api';
import type { DuePromise } from './api';

export type Moving = ReturnType<typeof useMoving>;
interface Props { promise: DuePromise; moving: Moving; onDone: () => void }

/** Raises or moves a contact that is open; one that ended is picked up again, or handed to a queue or a person. */
export function Acting({ promise, moving, onDone }: Props) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const [handing, setHanding] = useState(false);
  const { contact, contactState, medium, priority, subject } = promise;
  // taken from its queue, so that nothing is taken out of the hands of whoever got it meanwhile
  const queue = contactState === 'waiting' ? promise.queue : undefined;
  const ended = contactState === 'ended';
  const bringBack = useBringingBack(promise, moving.tell, onDone);
  const pick = useMutation({
    mutationFn: () => bringBack({}),
    onSuccess: (done) => done && toastDone(t('dueNext.pickedUp')),
    onError: toastProblem,
    onSettled: onDone,
  });
  return (
    <>
      {!ended && <HasteMenu contact={contact} priority={priority} label={t('dueNext.priority', { subject })} onSettled={onDone} />}
      {ended && (
        <Button size="compact-md" variant="light" leftSection={<IconHandGrab size={17} />} loading={pick.isPending} aria-label={t('dueNext.pickUp', { subject })} title={t('pickUpHelp')} onClick={() => pick.mutate()}>
          {t('pickUp')}
        </Button>
      )}
      {may('contacts.assign') && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t(ended ? 'dueNext.handOn' : 'dueNext.move', { subject })} onClick={() => setHanding(true)}><IconArrowsExchange size={19} stroke={1.6} /></ActionIcon>
      )}
      {handing && (
        <TransferModal opened onClose={() => setHanding(false)} contact={{ id: contact, queue: ended ? undefined : promise.queue, medium }} onDone={onDone}
          send={ended ? bringBack : queue ? (to) => moving.move({ contact, queue, subject }, to) : undefined} />
      )}
    </>
  );
}

/** Only while nobody has it. A case that was solved meanwhile is opened again only when one says so. */
function useBringingBack({ conversation, contact, subject }: DuePromise, tell: Moving['tell'], onDone: () => void) {
  const { t } = useTranslation('desk');
  const confirm = useConfirm();
  const queries = useQueryClient();
  return async (to: Partial<Handed>) => {
    let came = await contactWork.bringBack(conversation, to, false);
    if (came.outcome === 'SOLVED') {
      const sure = await confirm({ title: t('pickUpSolved.title'), body: came.by ? t('dueNext.solved', { name: came.by }) : t('pickUpSolved.body'), confirm: t('pickUp') });
      if (sure) came = await contactWork.bringBack(conversation, to, true);
    }
    const done = came.outcome === 'DONE';
    tell(done ? undefined : { done: t('app:acted.not'), not: [{ contact, subject, ...came }] });
    void queries.invalidateQueries({ queryKey: keys.conversation(conversation) });
    onDone();
    return done;
  };
}
