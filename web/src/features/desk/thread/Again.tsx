import { useFormat } from '@app/format';
import { Anchor, Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { JoinModal } from '../cases/JoinModal';
import { useSameCase } from '../cases/sameCase';
import { useDeskPlace } from '../places';
import type { EarlierContact, OpenConversation } from '../types';
import classes from './Thread.module.css';

/** As the count of repeat contacts has it: within seven days. */
const soonAfter = 7 * 24 * 3_600_000;

/** What the customer came with himself shortly before, in another conversation; what stands in this one is in sight already. */
export function shortlyBefore({ beside, contact, conversation }: OpenConversation): EarlierContact[] {
  if (!beside || !contact || contact.state === 'ended' || contact.kind !== 'inbound') return [];
  const at = Date.parse(contact.openedAt);
  return beside.history.filter((one) => one.kind === 'inbound' && one.conversation !== conversation.id && Date.parse(one.openedAt) <= at && at - Date.parse(one.openedAt) <= soonAfter);
}

/** Says so before one answers, so that nobody has to tell his story twice. */
export function Again({ open }: { open: OpenConversation }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { address } = useDeskPlace();
  const [joining, setJoining] = useState(false);
  const [latest, ...others] = shortlyBefore(open);
  const { caseView } = open;
  const suggests = useSameCase(caseView.brand).data?.mode !== 'OFF';
  if (!latest) return null;
  return (
    <div className={classes.again} role="note">
      <IconRepeat size={17} aria-hidden="true" />
      <span>
        {t('again.before', { span: format.span(Date.parse(open.contact!.openedAt) - Date.parse(latest.openedAt)) })}{' '}
        <Anchor component={Link} inherit to={address(latest.conversation)}>{latest.subject || t('noSubject')}</Anchor>
        {latest.handledBy && ` (${latest.handledBy})`}
        {others.length > 0 && ` ${t('again.more', { count: others.length })}`}
      </span>
      {suggests && open.mayHandle && latest.caseId !== caseView.id && <Button size="compact-sm" variant="subtle" ml="auto" flex="none" onClick={() => setJoining(true)}>{t('again.join')}</Button>}
      {joining && <JoinModal id={caseView.id} number={caseView.number} brand={caseView.brand} customer={caseView.customer} with={latest.caseId} onClose={() => setJoining(false)} />}
    </div>
  );
}
