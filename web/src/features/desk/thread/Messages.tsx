import { toastProblem } from '@app/announce';
import { useFormat } from '@app/format';
import { useLive } from '@app/live';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readEarlier } from '../api';
import { PlannedItem } from '../planned/PlannedItem';
import type { Message, OpenConversation } from '../types';
import { MessageItem } from './MessageItem';
import classes from './Thread.module.css';
import { isUnproven, Unproven } from './Unproven';
import { useSeen } from './useSeen';

const nearEnd = 120;
const typingShown = 6_000;
const oneBreath = 5 * 60_000;

/** In a chat people write in short pieces: what comes within minutes from the same hand stands together. */
const joins = (message: Message, before: Message | undefined) => before !== undefined
  && message.direction === before.direction && message.authorName === before.authorName && message.purpose === before.purpose
  && message.direction !== 'event' && Date.parse(message.at) - Date.parse(before.at) < oneBreath;

/** The thread itself: stays at the end while one is there, stays where one reads otherwise. */
export function Messages({ id, open, shown, onSeen, onGone }: { id: string; open: OpenConversation; shown: boolean; onSeen: (seq: number) => void; onGone: () => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const queries = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [reading, setReading] = useState<'end' | 'earlier'>('end');
  const heightBefore = useRef<number>(undefined);
  const typing = useCustomerTyping(id);
  const [loading, setLoading] = useState(false);
  const { messages } = open;
  const last = messages.at(-1)?.seq;
  const medium = open.row?.medium ?? open.contact?.medium ?? 'mail';
  useSeen(shown && reading === 'end' ? last : undefined, onSeen);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (heightBefore.current !== undefined) {
      box.scrollTop += box.scrollHeight - heightBefore.current;
      heightBefore.current = undefined;
    } else if (atEnd.current) box.scrollTop = box.scrollHeight;
  }, [messages, typing, open.planned]);

  // Frames and pictures grow after they are drawn, and what is below takes room of the thread; whoever is at the end stays there.
  useEffect(() => {
    const box = scroller.current;
    const content = box?.firstElementChild;
    if (!box || !content) return;
    const observer = new ResizeObserver(() => { if (atEnd.current) box.scrollTop = box.scrollHeight; });
    observer.observe(content);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const showEarlier = async () => {
    setLoading(true);
    heightBefore.current = scroller.current?.scrollHeight;
    await readEarlier(queries, id).catch(toastProblem).finally(() => setLoading(false));
  };

  return (
    <div className={classes.scroll} ref={scroller} tabIndex={0} role="log" aria-label={t('thread')} aria-live="polite" aria-relevant="additions"
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
        setReading(atEnd.current ? 'end' : 'earlier');
      }}>
      <ol className={classes.list}>
        {(medium !== 'mail' || !open.mayHandle) && isUnproven(open) && <li><Unproven messages={open.messages} /></li>}
        {open.earlier && (
          <li style={{ textAlign: 'center' }}>
            <Button variant="subtle" size="compact-sm" loading={loading} onClick={() => void showEarlier()}>{t('earlier')}</Button>
          </li>
        )}
        {messages.map((message, index) => {
          const day = format.day(message.at);
          const newDay = index === 0 || format.day(messages[index - 1]!.at) !== day;
          return (
            <MessageItem key={message.id} id={id} message={message} medium={medium} joins={medium === 'chat' && !newDay && joins(message, messages[index - 1])}
              day={newDay ? day : undefined} newest={message.seq === last}
              seen={message.direction === 'out' && message.seq <= open.conversation.customerReadSeq} />
          );
        })}
        {open.planned?.map((planned) => <PlannedItem key={planned.id} open={open} planned={planned} onGone={onGone} />)}
        {typing && <li className={classes.typing}>{t('customerTyping')}</li>}
      </ol>
    </div>
  );
}

function useCustomerTyping(id: string): boolean {
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    setTyping(false);
  };
  useLive<{ conversation: string }>('desk.customer.typing', ({ conversation }) => {
    if (conversation !== id) return;
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, typingShown);
  });
  useLive<{ conversation: string; direction: string }>('desk.message.written', ({ conversation, direction }) => {
    if (conversation === id && direction === 'in') stop();
  });
  useEffect(() => stop, []);
  return typing;
}
