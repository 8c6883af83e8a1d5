import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenConversation } from '../types';
import classes from './Thread.module.css';

/** Whether it is not shown that the latest message comes from whom it says. */
export function isUnproven({ messages, conversation }: OpenConversation): boolean {
  const latest = messages.findLast((one) => one.direction === 'in' && !one.automatic);
  return !(latest?.senderProven ?? conversation.senderProven);
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
