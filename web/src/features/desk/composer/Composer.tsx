import { Problem } from '@app/api/problem';
import { useAnnounce } from '@app/announce';
import { useFormat } from '@app/format';
import { ProblemNote } from '@app/form/ProblemNote';
import { KeyHint } from '@app/keys';
import { useUser, useZone } from '@app/session';
import { ActionIcon, Button, FileButton, Group, SegmentedControl, Textarea } from '@mantine/core';
import { IconLock, IconPaperclip, IconSend, IconTextPlus } from '@tabler/icons-react';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { blanksIn, type Blank } from '@app/textblocks/fill';
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { changeConversation, desk, keys, readNewer } from '../api';
import { Blanks } from '../blocks/Blanks';
import { BlockList, optionId } from '../blocks/BlockList';
import { goTo, nextBlank } from '@app/textblocks/field';
import { useTextBlocks } from '../blocks/useTextBlocks';
import { Giving } from '../gestures/Giving';
import { useWordsFor } from '../guidance/words';
import { plan, type TakenBack } from '../planned/api';
import { useBox, wordsBefore } from '../planned/giveBack';
import { SendLater } from '../planned/SendLater';
import { Promising } from '../promises/Promising';
import { leaving, shown } from '../promises/undo';
import { isUnproven, Unproven } from '../thread/Unproven';
import type { Addressees, DraftKind, OpenConversation } from '../types';
import { both, chosenOf } from './addressees';
import classes from './Composer.module.css';
import { meanwhile, Meanwhile } from './Meanwhile';
import { Recipients, recipientsKey } from './Recipients';
import { UploadList } from './UploadList';
import { useDraft } from './useDraft';
import { useUploads, useWhenReady } from './useUploads';

export interface ComposerHandle {
  begin: (kind: DraftKind) => void;
}

interface Props {
  id: string;
  open: OpenConversation;
  onTyping: () => void;
  ref?: Ref<ComposerHandle>;
}

/** Where one answers the customer or writes something for colleagues. */
export function Composer({ id, open, onTyping, ref }: Props) {
  const { t } = useTranslation('desk');
  const me = useUser().id;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const area = useRef<HTMLTextAreaElement>(null);
  const [kind, setKind] = useState<DraftKind>('reply');
  const { lastSeq } = open.conversation;
  const medium = open.row?.medium ?? open.contact?.medium ?? 'mail';
  const reply = useDraft(id, 'reply', open.drafts, lastSeq);
  const note = useDraft(id, 'note', open.drafts, lastSeq);
  const draft = kind === 'reply' ? reply : note;
  /** As it stands when something comes back from the server, not when that was asked. */
  const answer = useRef(reply);
  answer.current = reply;
  const uploads = useUploads((file) => desk.upload(id, file));
  const { restore } = uploads;
  const attempt = useRef<{ key: string; what: string }>(undefined);
  /** At which it was last asked to leave; absent for now. */
  const moment = useRef<string>(undefined);
  const there = useFormat(useZone(open.conversation.brand));
  const since = kind === 'reply' && reply.text ? meanwhile(open.messages, reply.seenSeq, medium, me) : undefined;

  useImperativeHandle(ref, () => ({
    begin: (which) => {
      setKind(which);
      area.current?.focus();
    },
  }), []);
  useBox(id, useCallback(({ text: words, files, seenSeq, addressees }: TakenBack) => {
    const { text, write, address } = answer.current;
    setKind('reply');
    const next = wordsBefore(words, text);
    if (next !== text) write(next, seenSeq);
    if (addressees) address(both(answer.current.addressees, addressees));
    restore(files);
    area.current?.focus();
  }, [restore]), restore);

  const sending = useMutation({
    mutationFn: async ({ sendAt, ...outgoing }: { text: string; uploads: string[]; seenSeq: number; addressees?: Addressees; sendAt?: string }) => {
      // The very same has the same key until it is through, whenever it is to leave: sending again after a lost answer stays one message.
      const what = JSON.stringify([kind, outgoing.text, outgoing.uploads, outgoing.addressees]);
      if (attempt.current?.what !== what) attempt.current = { key: crypto.randomUUID(), what };
      const clientKey = attempt.current.key;
      if (kind === 'note') await desk.note(id, outgoing.text, clientKey);
      else if (medium === 'mail') return (await plan(id, { ...outgoing, clientKey, confirmed: false }, sendAt)).planned;
      else await desk.reply(id, { ...outgoing, clientKey, confirmed: false });
      return undefined;
    },
    // from here on the customer may read it
    onMutate: ({ text }) => leaving(id, text, kind === 'reply'),
    onSuccess: (planned) => {
      attempt.current = undefined;
      draft.clear();
      uploads.clear();
      if (planned?.state === 'PLANNED') {
        changeConversation(queries, id, (now) => ({ ...now, planned: [...now.planned.filter((one) => one.id !== planned.id), planned] }));
        announce(planned.later ? t('planned.at', { time: there.due(planned.sendAt), name: planned.authorName }) : t('planned.canBeTakenBack'));
      } else announce(t(kind === 'note' ? 'noteKept' : 'sent'));
    },
    // it may be through all the same
    onError: () => void queries.invalidateQueries({ queryKey: keys.conversation(id) }),
    // the stream brings it as well; what was sent is sent, whether this can be read or not
    onSettled: () => void readNewer(queries, id).catch(() => {}),
  });
  const whom = kind === 'reply' && medium === 'mail' ? chosenOf(draft.addressees) : undefined;
  useEffect(() => shown(id, open.messages), [id, open.messages]);
  // The answer was lost, but the message came through: it stands in the thread.
  const through = sending.isError && [...open.messages, ...open.planned].some((one) => one.clientKey !== undefined && one.clientKey === attempt.current?.key);
  useEffect(() => {
    if (!through) return;
    const same = attempt.current?.what === JSON.stringify([kind, draft.text, uploads.ids, whom]);
    attempt.current = undefined;
    sending.reset();
    if (!same) return;
    draft.clear();
    uploads.clear();
    announce(t(kind === 'note' ? 'noteKept' : 'sent'));
  });
  const raced = ['contacts/answered-meanwhile', 'contacts/customer-wrote-meanwhile'].includes(Problem.of(sending.error).code);
  const empty = draft.text.trim() === '' && (kind === 'note' || uploads.ids.length === 0);
  const choosing = useIsMutating({ mutationKey: recipientsKey(id) }) > 0;
  const blocked = (empty && !uploads.busy) || sending.isPending || since !== undefined || (kind === 'reply' && choosing);
  const ready = useWhenReady(uploads, () => {
    if (!blocked) sending.mutate({ text: draft.text, uploads: uploads.ids, seenSeq: draft.seenSeq, addressees: whom, sendAt: moment.current });
  });
  const blanks = kind === 'reply' ? blanksIn(draft.text) : [];
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (blanks.length === 0) setRefused(false);
  }, [blanks.length]);
  const goToBlank = (blank: Blank) => area.current && goTo(area.current, blank);
  const send = (sendAt?: string) => {
    moment.current = sendAt;
    if (blocked) return;
    if (blanks[0]) {
      setRefused(true);
      goToBlank(blanks[0]);
    } else ready.ask();
  };
  const listId = useId();
  const blocks = useTextBlocks(open, area, draft.write);
  const chosen = blocks.found[blocks.active];

  const laterToo = kind === 'reply' && medium === 'mail';

  const addWords = (words: string) => {
    const { text, write } = answer.current;
    if (!text.includes(words)) write(text.trim() ? `${text.trimEnd()}\n\n${words}` : words);
    area.current?.focus();
  };
  useWordsFor(id, (words) => {
    setKind('reply');
    addWords(words);
  });
  const takeWords = (words: string) => {
    const { text, write } = answer.current;
    if (text.includes(words)) write(text.replace(words, '').trimEnd());
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (blocks.onKeyDown(event)) return;
    const blank = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey && nextBlank(event.currentTarget, event.shiftKey);
    if (blank) {
      event.preventDefault();
      goTo(event.currentTarget, blank);
    }
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (kind === 'reply' && event.clipboardData.files.length > 0) {
      event.preventDefault();
      uploads.add(event.clipboardData.files);
    }
  };

  return (
    <div className={classes.composer} data-kind={kind}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (kind === 'reply') uploads.add(event.dataTransfer.files);
      }}>
      {since && <Meanwhile what={since} onRead={() => { reply.acknowledge(); sending.reset(); area.current?.focus(); }} />}
      {sending.isError && !(raced && since) && <ProblemNote error={sending.error} />}
      {kind === 'reply' && medium === 'mail' && isUnproven(open) && <Unproven messages={open.messages} />}
      <div className={classes.box}>
        <BlockList id={listId} blocks={blocks} />
        {kind === 'reply' && medium === 'mail' && <Recipients id={id} brand={open.conversation.brand} recipients={open.conversation.recipients} chosen={reply.addressees} onChoose={reply.address} />}
        <Textarea ref={area} variant="unstyled" autosize minRows={2} maxRows={12} aria-label={t(kind === 'note' ? 'writeNote' : 'writeReply')}
          placeholder={t(kind === 'note' ? 'writeNote' : 'writeReply')} value={draft.text}
          onChange={(event) => {
            ready.goOn();
            draft.write(event.currentTarget.value);
            blocks.typed(event.currentTarget);
            if (kind === 'reply') onTyping();
          }}
          aria-autocomplete="list" aria-haspopup="listbox" aria-controls={chosen && listId} aria-activedescendant={chosen && optionId(listId, chosen.id)}
          onSelect={(event) => blocks.moved(event.currentTarget)} onBlur={blocks.leave} onKeyDown={onKeyDown} onPaste={onPaste} />
        <Blanks blanks={blanks} refused={refused} onGo={goToBlank} />
        <UploadList files={uploads.files} onRemove={uploads.remove} />
        <Group justify="space-between" gap="xs" mt={6}>
          <Group gap={6}>
            <SegmentedControl size="xs" aria-label={t('kind')} value={kind} onChange={(value) => { setKind(value as DraftKind); area.current?.focus(); }}
              data={[
                { value: 'reply', label: t('reply') },
                { value: 'note', label: <span className={classes.tab}><IconLock size={13} aria-hidden="true" />{t('note')}</span> },
              ]} />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('blocks.open')} title={t('blocks.open')} aria-haspopup="listbox" aria-expanded={blocks.asked !== undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={blocks.begin}>
              <IconTextPlus size={18} />
            </ActionIcon>
            {kind === 'reply' && (
              <FileButton multiple onChange={(chosen) => uploads.add(chosen)}>
                {(props) => (
                  <ActionIcon {...props} variant="subtle" color="gray" size="lg" aria-label={t('attach')} title={t('attach')}><IconPaperclip size={18} /></ActionIcon>
                )}
              </FileButton>
            )}
            {kind === 'reply' && (
              <Promising conversation={id} brand={open.conversation.brand} language={open.conversation.language}
                onPromised={addWords} onTakenBack={takeWords} />
            )}
            {kind === 'reply' && <Giving conversation={id} onGiven={addWords} onTakenBack={takeWords} />}
          </Group>
          <Group gap="sm" className={classes.sendSide}>
            <span className={classes.hint}><KeyHint keys="mod+Enter" /></span>
            <Group gap={1} wrap="nowrap">
              <Button onClick={() => send()} disabled={blocked} loading={sending.isPending || ready.waits} leftSection={kind === 'reply' ? <IconSend size={16} /> : <IconLock size={16} />}
                className={laterToo ? classes.sendNow : undefined}>
                {t(kind === 'note' ? 'keepNote' : 'send')}
              </Button>
              {laterToo && <SendLater conversation={id} brand={open.conversation.brand} disabled={blocked || ready.waits} onChoose={send} />}
            </Group>
          </Group>
        </Group>
      </div>
    </div>
  );
}
