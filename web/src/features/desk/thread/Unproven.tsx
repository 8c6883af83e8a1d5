import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import classes from './Thread.module.css';

/** Whether the customer's latest message, or what came in last from whomever, may be of somebody else than it says. */
export function isUnproven({ messages, conversation }: OpenConversation): boolean {
  return !conversation.senderProven || messages.findLast((one) => one.direction === 'in')?.senderProven === false;
}

/** Of who wrote to us it is the sender; when only we wrote, the address to which we do. */
export function Unproven({ messages }: Pick<OpenConversation, 'messages'>) {
  const { t } = useTranslation('desk');
  const wrote = messages.some((one) => one.direction === 'in');
  return (
    <div className={classes.unproven}>
      <IconShieldQuestion size={18} aria-hidden="true" />
      <span><strong>{t(wrote ? 'unproven.title' : 'unproven.address')}.</strong> {t('unproven.detail')}</span>
    </div>
  );
}
