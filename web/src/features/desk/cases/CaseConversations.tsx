import { useFormat } from '@app/format';
import { Anchor, Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MediumIcon } from '../channel';
import type { CaseContact, CasePage } from './api';
import classes from './Cases.module.css';

interface Props {
  page: CasePage;
  chosen: string[];
  /** Absent where nothing can be taken out. */
  onChoose?: (contacts: string[]) => void;
}

/** The conversations of a case, each with its contacts in this case. */
export function CaseConversations({ page, chosen, onChoose }: Props) {
  const { t } = useTranslation('desk');
  return page.conversations.map((conversation) => {
    const contacts = page.contacts.filter((one) => one.conversation === conversation.id);
    return (
      <article key={conversation.id} className={classes.conversation} aria-label={conversation.subject || t('noSubject')}>
        <div className={classes.conversationHead}>
          <MediumIcon medium={contacts[0]?.medium ?? ''} />
          <Anchor component={Link} to={`/desk/all/${conversation.id}`} fw={600} style={{ overflowWrap: 'anywhere' }}>{conversation.subject || t('noSubject')}</Anchor>
          {conversation.customer !== page.view.customer && <Text size="sm" c="dimmed">{conversation.customerName ?? t('unknownCustomer')}</Text>}
        </div>
        {contacts.map((contact) => (
          <Line key={contact.id} contact={contact} chosen={chosen.includes(contact.id)}
            onChoose={onChoose && ((yes) => onChoose(yes ? [...chosen, contact.id] : chosen.filter((one) => one !== contact.id)))} />
        ))}
      </article>
    );
  });
}

function Line({ contact, chosen, onChoose }: { contact: CaseContact; chosen: boolean; onChoose?: (yes: boolean) => void }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const language = i18n.language === 'nl' ? 'nl' : 'en';
  const reason = contact.reasonCalled?.[language];
  const cause = contact.causeCalled?.[language];
  const at = format.moment(contact.openedAt);
  return (
    <div className={classes.contact}>
      {onChoose && <Checkbox aria-label={t('cases.choose', { at })} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} mt={2} />}
      <div className={classes.contactWords}>
        <Text size="sm" c="dimmed">
          {at}{' · '}{t(`cases.kind.${contact.kind}`)}{' · '}
          {contact.state === 'ended' ? (contact.result ? t(`result.${contact.result}`) : t('cases.ended')) : t(`cases.contact.${contact.state}`)}
          {contact.handledBy && ` · ${contact.handledBy}`}
        </Text>
        {contact.preview && <Text mt={2}>{contact.preview}</Text>}
        {(reason || cause) && <Text size="sm" c="dimmed" mt={2}>{[reason && t('cases.reason', { reason }), cause && t('cases.cause', { cause })].filter(Boolean).join(' · ')}</Text>}
      </div>
    </div>
  );
}
