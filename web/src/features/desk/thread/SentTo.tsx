import { useTranslation } from 'react-i18next';
import type { Message } from '../types';
import classes from './Thread.module.css';

type Recipient = Message['recipients'][number];

/** What a mail went to, or will: openly and blind. */
export function SentTo({ recipients }: { recipients: Pick<Recipient, 'address' | 'part'>[] }) {
  const { t } = useTranslation('desk');
  const parts = (['TO', 'CC', 'BCC'] as const).flatMap((part) => {
    const addresses = recipients.filter((one) => one.part === part).map((one) => one.address);
    return addresses.length > 0 ? [t(`sentTo.${part}`, { addresses: addresses.join(', ') })] : [];
  });
  if (parts.length === 0) return null;
  return <p className={classes.sentTo}>{parts.join(' · ')}</p>;
}
