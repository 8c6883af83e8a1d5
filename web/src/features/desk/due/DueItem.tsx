import { HasteMenu } from '@app/contact/Haste';
import { TransferModal } from '@app/contact/TransferModal';
import { useSession } from '@app/session';
import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Due } from '../list/Timing';
import { PromiseActions } from '../promises/PromiseActions';
import classes from '../promises/Promises.module.css';
import type { DuePromise } from './api';

interface Props { promise: DuePromise; queue: string | undefined; onDone: () => void }

/** One promise that is due: what, to whom, whose it is and where its contact is; by rule one raises or moves the contact, what a person gave one hands over. */
export function DueItem({ promise, queue, onDone }: Props) {
  const { t } = useTranslation('desk');
  const { may, user } = useSession();
  const [moving, setMoving] = useState(false);
  const customer = promise.customerName ?? t('unknownCustomer');
  const given = promise.kind === 'GIVEN';
  const handles = may('contacts.handle');
  const acts = handles && promise.contactState !== 'ended';
  const moves = acts && !given && (promise.contactState === 'waiting' || may('contacts.assign'));
  const whose = promise.whose === undefined ? t(promise.contactState === 'waiting' ? 'dueNext.waits' : 'dueNext.nobodys')
    : promise.whose === user?.id ? t('promised.mine') : t('promised.by', { name: promise.whoseName });
  return (
    <article className={classes.card} aria-label={t('dueNext.label', { kind: t(`dueNext.kind.${promise.kind}`), customer, subject: promise.subject })}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650} miw={0} style={{ overflowWrap: 'anywhere' }}>{customer}</Text>
        <Group gap={4} wrap="nowrap">
          <Due dueAt={promise.dueAt} late={promise.late} medium={promise.medium} brand={promise.brand} />
          {acts && <HasteMenu contact={promise.contact} priority={promise.priority} label={t('dueNext.priority', { subject: promise.subject })} onSettled={onDone} />}
          {moves && <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('dueNext.move', { subject: promise.subject })} onClick={() => setMoving(true)}><IconArrowsExchange size={19} stroke={1.6} /></ActionIcon>}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">{[t(`dueNext.kind.${promise.kind}`), promise.act && t(`promising.act.${promise.act}`), queue, whose].filter(Boolean).join(' · ')}</Text>
      {promise.words && <Text mt={4} className={classes.words}>{promise.words}</Text>}
      <Text size="sm" mt={4}>
        <Anchor component={Link} inherit to={`/desk/all/${promise.conversation}`}>{promise.subject}</Anchor>
        {' · '}
        <Anchor component={Link} inherit to={`/cases/${promise.caseId}`}>{t('dueNext.case', { number: promise.caseNumber })}</Anchor>
      </Text>
      {given && handles && promise.whose && (
        <PromiseActions id={promise.id} brand={promise.brand} conversation={promise.conversation} owner={promise.whose} words={promise.words ?? ''} dueAt={promise.dueAt} />
      )}
      {moving && <TransferModal opened onClose={() => setMoving(false)} contact={{ id: promise.contact, queue: promise.queue, medium: promise.medium }} onDone={onDone} />}
    </article>
  );
}
