import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import classes from './Thread.module.css';

/** Whether the customer's latest message, or what came in last from whomever, may be of somebody else than it says. */
export function isUnproven({ messages, conversation }: OpenConversation): boolean {
  return !conversation.senderProven || messages.findLast((one) => one.direction === 'in')?.senderProven === false;
}

export function Unproven() {
  const { t } = useTranslation('desk');
  return (
    <div className={classes.unproven}>
      <IconShieldQuestion size={18} aria-hidden="true" />
      <span><strong>{t('unproven.title')}.</strong> {t('unproven.detail')}</span>
    </div>
  );
}
