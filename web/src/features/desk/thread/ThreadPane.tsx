import { useShortcuts } from '@app/keys';
import { useSession } from '@app/session';
import { useToastsOver } from '@app/toastsOver';
import { Failed, Loading } from '@app/states';
import { Why } from '@app/why/Why';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices, useConversation } from '../api';
import { Composer, type ComposerHandle } from '../composer/Composer';
import { AskModal } from '../consults/AskModal';
import { TransferModal } from '@app/contact/TransferModal';
import { PhaseBar } from '../guidance/PhaseBar';
import { useTake } from '../handling/useTake';
import { WrapUpPanel } from '../handling/WrapUpPanel';
import { useTakeBackByKey } from '../planned/useTakeBackByKey';
import { SpamModal } from '../spam/SpamModal';
import type { OpenConversation } from '../types';
import { Again } from './Again';
import { CaseHeader } from './CaseHeader';
import { Messages } from './Messages';
import { Placed } from './Placed';
import classes from './Thread.module.css';
import { usePresenceHere } from './usePresenceHere';

interface Props {
  id: string;
  /** It may be out of sight, kept for when it is wanted again. */
  shown: boolean;
  back?: boolean;
  customerLink?: boolean;
  /** Where the wrap-up goes when the customer is beside the thread; without it, next to the messages. */
  wrapUpSlot?: HTMLElement | null;
}

export function ThreadPane({ id, ...rest }: Props) {
  const conversation = useConversation(id);
  if (conversation.isPending) return <Loading height="100%" />;
  if (conversation.isError) return <Failed error={conversation.error} onRetry={() => void conversation.refetch()} height="100%" />;
  return <Thread id={id} open={conversation.data} {...rest} />;
}

function Thread({ id, shown, open, back, customerLink, wrapUpSlot }: Props & { open: OpenConversation }) {
  const { t } = useTranslation('desk');
  const { user } = useSession();
  const composer = useRef<ComposerHandle>(null);
  const pane = useRef<HTMLElement>(null);
  const [wrapUp, setWrapUp] = useState<'closed' | 'open' | 'solve'>('closed');
  const read = useToastsOver<HTMLDivElement>(wrapUp !== 'closed');
  const [transfer, setTransfer] = useState(false);
  const [spam, setSpam] = useState(false);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState(false);
  const [seenSeq, setSeenSeq] = useState(open.conversation.lastSeq);
  const { contact } = open;
  const mine = contact?.state === 'assigned' && contact.assignedTo === user?.id;
  const handles = open.mayHandle;
  const letter = open.messages.findLast((one) => one.direction === 'in' && one.envelope)?.envelope;
  const maybeSpam = contact?.medium === 'mail' && contact.state !== 'ended' && (mine || contact.state === 'waiting') ? letter : undefined;
  // read ahead, so that whoever wraps up by keyboard never types faster than the choices come
  useChoices(handles ? contact?.brand : undefined);
  const { take, taking } = useTake(id, contact?.id);
  const setTyping = usePresenceHere(id, open.conversation.lastSeq, shown, handles);

  // whoever writes on meanwhile is not disturbed: single letters are commands outside the box
  const lineGone = useCallback(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at.closest('[data-planned]')) pane.current?.focus({ preventScroll: true });
  }, []);
  const takeBack = useTakeBackByKey(open, lineGone);

  // what one just began is to be written
  const begun = mine && open.messages.every((one) => one.direction === 'event');
  useEffect(() => {
    if (begun) composer.current?.begin('reply');
  }, [begun]);

  useShortcuts(shown && contact ? [{ keys: 'y', label: t('app:why.title'), run: () => setWhy(true) }] : []);
  useShortcuts(!shown || !handles ? [] : [
    { keys: 'r', label: t('key.reply'), run: () => composer.current?.begin('reply') },
    { keys: 'n', label: t('key.note'), run: () => composer.current?.begin('note') },
    ...(contact?.state === 'waiting' && !open.outOfTurn ? [{ keys: 'c', label: t('take'), run: take }] : []),
    ...(takeBack ? [{ keys: 'z', label: t('key.takeBack'), run: takeBack }] : []),
    ...(mine ? [
      { keys: 'w', label: t('key.wrapUp'), run: () => setWrapUp((now) => (now === 'closed' ? 'open' : 'closed')) },
      { keys: 'e', label: t('key.solve'), run: () => setWrapUp('solve') },
      { keys: 't', label: t('key.transfer'), run: () => setTransfer(true) },
    ] : []),
  ]);

  // What had the focus is gone with the panel; without this the keyboard would begin at the top of the page again.
  const closeWrapUp = () => {
    setWrapUp('closed');
    pane.current?.focus({ preventScroll: true });
  };
  const wrapUpShown = wrapUp !== 'closed' && contact && mine && (
    <WrapUpPanel open={open} contact={contact} seenSeq={seenSeq} solveFirst={wrapUp === 'solve'} column={Boolean(wrapUpSlot)} onClose={closeWrapUp} />
  );

  return (
    <section ref={pane} tabIndex={-1} className={classes.pane} aria-label={open.conversation.subject || t('noSubject')}>
      <CaseHeader open={open} back={back} customerLink={customerLink} mine={mine} handles={handles} taking={taking} onTake={take}
        wrapUpShown={wrapUp !== 'closed'}
        onWrapUp={() => setWrapUp(wrapUp === 'closed' ? 'open' : 'closed')} onTransfer={() => setTransfer(true)} onAsk={() => setAsking(true)} onWhy={() => setWhy(true)} onSpam={maybeSpam ? () => setSpam(true) : undefined} />
      <Again open={open} />
      {contact && <PhaseBar contact={contact.id} handles={handles} />}
      <div ref={read} className={classes.body}>
        <Messages id={id} open={open} shown={shown} onSeen={setSeenSeq} onGone={lineGone} />
        {wrapUpShown && <Placed elsewhere={wrapUpSlot}>{wrapUpShown}</Placed>}
      </div>
      {handles && contact && <Composer key={id} ref={composer} id={id} open={open} onTyping={setTyping} />}
      {contact && maybeSpam && <SpamModal opened={spam} onClose={() => setSpam(false)} contact={contact} envelope={maybeSpam} seenSeq={seenSeq} />}
      {asking && <AskModal conversation={id} brand={open.conversation.brand} onClose={() => setAsking(false)} />}
      {contact && <Why opened={why} onClose={() => setWhy(false)} contact={contact.id} />}
      {contact && <TransferModal opened={transfer} onClose={() => setTransfer(false)} contact={contact} />}
    </section>
  );
}
