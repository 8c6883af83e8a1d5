import { ActionIcon, Anchor, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowsExchange, IconBuilding, IconCheckbox, IconEye, IconHandGrab, IconPencil, IconShieldX, IconUserCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Haste, HasteMenu } from '@app/contact/Haste';
import { useUser } from '@app/session';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../api';
import { CaseMenu } from '../cases/CaseMenu';
import { SilenceLine } from '../cases/SilenceLine';
import { useStanding } from '../cases/standing';
import { MediumIcon } from '../channel';
import { ComesBack, Due } from '../list/Timing';
import { useDeskPlace } from '../places';
import { firstDue } from '../promises/due';
import type { OpenConversation } from '../types';
import { PickUp } from './PickUp';
import classes from './Thread.module.css';

interface Props {
  open: OpenConversation;
  back?: boolean;
  customerLink?: boolean;
  mine: boolean;
  handles: boolean;
  taking: boolean;
  wrapUpShown: boolean;
  onTake: () => void;
  onWrapUp: () => void;
  onTransfer: () => void;
  onAsk: () => void;
  onWhy: () => void;
  /** Absent where there is no mail to call spam. */
  onSpam?: () => void;
}

/** What it is about, how it stands, who is here, and what one can do with it. */
export function CaseHeader({ open, back, customerLink, mine, handles, taking, wrapUpShown, onTake, onWrapUp, onTransfer, onAsk, onWhy, onSpam }: Props) {
  const { t } = useTranslation('desk');
  const standing = useStanding();
  const me = useUser().id;
  const queries = useQueryClient();
  const { address, pane } = useDeskPlace();
  const besideAsked = pane === 'customer';
  const { conversation, row, contact, caseView } = open;
  // what the customer was promised stands before when it comes back, which may be earlier
  const ended = contact?.state === 'ended' ? firstDue(open.promises) : undefined;
  const others = row?.watchers.filter((one) => one.user !== me) ?? [];
  return (
    <header className={classes.head}>
      <Group gap="sm" align="flex-start" className={classes.top}>
        {back && (
          <ActionIcon component={Link} to={address()} variant="subtle" color="gray" size="lg" aria-label={t('backToList')}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        )}
        <div className={classes.headText}>
          <Title order={2} size="h3" lineClamp={2} className={classes.subject}>{conversation.subject || t('noSubject')}</Title>
          <Group gap={6} c="dimmed" fz="sm" className={classes.meta}>
            <MediumIcon medium={row?.medium ?? contact?.medium ?? ''} />
            <Anchor component={Link} to={`/cases/${caseView.id}`} inherit className="numbers" title={t('cases.openWhole')}>{t('caseNumber', { number: caseView.number })}</Anchor>
            <span className={classes.caseState} data-state={caseView.state}>{standing(caseView)}</span>
            {ended && <Due dueAt={ended.dueAt} late={ended.state === 'late'} brand={conversation.brand} />}
            {row?.comesBackAt && <ComesBack at={row.comesBackAt} />}
            {row?.queueName && <span className={classes.queue} title={row.queueName}>{row.queueName}</span>}
            {row?.assignedName && row.state !== 'closed' && <span className={classes.whose} title={row.assignedName}>{contact?.assignedTo === me ? t('withMe') : t('with', { name: row.assignedName })}</span>}
            {row && row.state !== 'closed' && <Haste priority={row.priority} />}
            {row?.dueAt && <Due dueAt={row.dueAt} late={row.late} medium={row.medium} brand={row.brand} soonAt={row.soonAt} />}
          </Group>
        </div>
        <CaseMenu conversation={open.conversation.id} caseView={caseView} handles={handles} onWhy={contact && onWhy} />
        {customerLink && (
          <Tooltip label={t(besideAsked ? 'hideCustomer' : 'showCustomer')}>
            <ActionIcon component={Link} to={address(conversation.id, besideAsked ? undefined : 'customer')} variant="subtle" color="gray" size="lg" aria-label={t(besideAsked ? 'hideCustomer' : 'showCustomer')}>
              <IconUserCircle size={22} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <SilenceLine caseView={caseView} handles={handles} />
      {handles && contact && contact.state !== 'ended' && (
        <Group gap={6} className={classes.tools}>
          {contact.state === 'waiting' && (
            <Button size="compact-md" leftSection={<IconHandGrab size={17} />} loading={taking} onClick={onTake}
              disabled={open.outOfTurn} aria-describedby={open.outOfTurn ? 'out-of-turn' : undefined}>{t('take')}</Button>
          )}
          {mine && (
            <>
              <Button size="compact-md" variant={wrapUpShown ? 'filled' : 'light'} leftSection={<IconCheckbox size={17} />} onClick={onWrapUp} aria-expanded={wrapUpShown}>{t('wrapUp.open')}</Button>
              <Tool icon={<IconArrowsExchange size={17} />} label={t('transfer.open')} onClick={onTransfer} />
            </>
          )}
          <Tool icon={<IconBuilding size={17} />} label={t('consult.open')} onClick={onAsk} />
          {row && <HasteMenu contact={contact.id} priority={row.priority} label={t(`app:haste.${row.priority}`)} onSettled={() => queries.invalidateQueries({ queryKey: keys.conversation(conversation.id) })} />}
          {onSpam && <Tool icon={<IconShieldX size={17} />} label={t('spam.open')} least onClick={onSpam} />}
          {others.length > 0 && (
            <Text size="sm" className={classes.others} ml="auto">
              {others.some((one) => one.typing) ? <IconPencil size={15} aria-hidden="true" /> : <IconEye size={15} aria-hidden="true" />}
              {others.map((one) => t(one.typing ? 'watch.typing' : 'watch.looking', { name: one.name })).join(', ')}
            </Text>
          )}
        </Group>
      )}
      {handles && contact?.state === 'ended' && <Group gap="xs" className={classes.tools}><PickUp conversation={conversation.id} solved={caseView.state === 'SOLVED'} /></Group>}
      {open.outOfTurn && <Text id="out-of-turn" size="sm" c="dimmed" mt={6}>{t('outOfTurn')}</Text>}
    </header>
  );
}

/** On a phone its icon is enough; its name stays for whoever listens. */
function Tool({ icon, label, least, onClick }: { icon: ReactNode; label: string; least?: boolean; onClick: () => void }) {
  return <Button size="compact-md" variant="subtle" color="gray" className={least ? `${classes.tool} ${classes.least}` : classes.tool} leftSection={icon} title={label} onClick={onClick}><span className={classes.word}>{label}</span></Button>;
}
