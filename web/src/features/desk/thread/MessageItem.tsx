import { useDeliveryReason } from '@app/delivery';
import { useFormat } from '@app/format';
import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../types';
import { SenderMark } from '../spam/SenderMark';
import { Files } from './Files';
import { happened } from './happened';
import { HtmlMessage } from './HtmlMessage';
import { NotDelivered } from './NotDelivered';
import { SentTo } from './SentTo';
import classes from './Thread.module.css';

interface Props {
  id: string;
  message: Message;
  medium: string;
  /** The date, on the first message of a day. */
  day?: string;
  newest: boolean;
  /** Goes on where the same person just stopped, so the name is not said again. */
  joins: boolean;
  seen: boolean;
}

export const MessageItem = memo(function MessageItem({ id, message, medium, day, newest, joins, seen }: Props) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const reason = useDeliveryReason();
  const [unfolded, fold] = useDisclosure();
  const lost = message.delivery === 'FAILED' || message.delivery === 'BOUNCED';
  const files = message.attachments.filter((one) => !one.inline);
  const delivery = lost || message.direction === 'in' ? undefined : seen ? 'READ' : message.delivery;
  const named = message.purpose !== 'conversation' ? t(`purpose.${message.purpose}`) : message.authorName;
  if (message.direction === 'event') {
    return (
      <>
        {day && <li className={classes.day}>{day}</li>}
        <li className={classes.event}>{happened(message, t, i18n.language, format)} · {format.time(message.at)}</li>
      </>
    );
  }
  return (
    <>
      {day && <li className={classes.day}>{day}</li>}
      <li className={classes.message} data-direction={message.direction} data-medium={medium} data-joins={joins || undefined}>
        <div className={classes.by} data-joins={joins || undefined}>
          {message.direction === 'note' && <IconLock size={13} aria-hidden="true" style={{ alignSelf: 'center' }} />}
          <strong>{named}</strong>
          {message.direction === 'note' && <span>{t('noteMark')}</span>}
          {message.automatic && message.direction === 'in' && <span>{t('automatic')}</span>}
          {message.direction === 'in' && message.envelope && medium === 'mail' && <SenderMark envelope={message.envelope} proven={message.senderProven} />}
          <time dateTime={message.at} title={format.exact(message.at)}>{format.time(message.at)}</time>
        </div>
        <SentTo recipients={message.recipients ?? []} />
        <div className={classes.bubble}>
          {message.html
            ? <HtmlMessage id={id} message={message} folded={false} />
            : <p className={classes.text}>{message.text}</p>}
          {(message.foldedText || message.foldedHtml) && (
            <>
              <Button mt={6} mr={8} size="compact-xs" variant="default" radius="xl" aria-expanded={unfolded} aria-label={t(unfolded ? 'fold' : 'unfold')} onClick={fold.toggle}>
                <IconDots size={16} />
              </Button>
              <Collapse expanded={unfolded}>
                {unfolded && (message.foldedHtml
                  ? <HtmlMessage id={id} message={message} folded />
                  : <div className={classes.folded}>{message.foldedText}</div>)}
              </Collapse>
            </>
          )}
          {files.length > 0 && <Files files={files} />}
        </div>
        <div className={classes.foot}>
          {lost && <NotDelivered message={message} />}
          {delivery && delivery !== 'NONE' && (newest || delivery === 'QUEUED' || delivery === 'DELAYED') && (
            <span title={reason(message.deliveryDetail) || undefined}>
              {message.direction === 'note' ? t('consult.mailed', { state: t(`delivery.${delivery}`).toLowerCase() }) : t(`delivery.${delivery}`)}
            </span>
          )}
        </div>
      </li>
    </>
  );
});
