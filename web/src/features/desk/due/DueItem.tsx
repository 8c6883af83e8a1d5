import { useSession } from '@app/session';
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Due } from '../list/Timing';
import { PromiseActions } from '../promises/PromiseActions';
import classes from '../promises/Promises.module.css';
import { Acting, type Moving } from './Acting';
import type { DuePromise } from './api';

interface Props { promise: DuePromise; queue: string | undefined; moving: Moving; onDone: () => void }

/** One promise that is due: what, to whom, whose it is and where its contact is; one acts on the contact, and on what a person gave. */
export function DueItem({ promise, queue, moving, onDone }: Props) {
  const { t } = useTranslation('desk');
  const { may, user } = useSession();
  const customer = promise.customerName ?? t('unknownCustomer');
  const handles = may('contacts.handle');
  const whose = promise.whose && (promise.whose === user?.id ? t('promised.mine') : t('promised.by', { name: promise.whoseName }));
  const where = promise.contactState === 'waiting' ? t('dueNext.waits') : promise.contactState === 'ended' ? t('dueNext.nobodys') : undefined;
  return (
    <article className={classes.card} aria-label={t('dueNext.label', { kind: t(`dueNext.kind.${promise.kind}`), customer, subject: promise.subject })}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650} miw={0} style={{ overflowWrap: 'anywhere' }}>{customer}</Text>
        <Due dueAt={promise.dueAt} late={promise.late} medium={promise.medium} brand={promise.brand} />
      </Group>
      <Text size="sm" c="dimmed">{[t(`dueNext.kind.${promise.kind}`), promise.act && t(`promising.act.${promise.act}`), queue, whose, where].filter(Boolean).join(' · ')}</Text>
      {promise.words && <Text mt={4} className={classes.words}>{promise.words}</Text>}
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
          <Anchor component={Link} inherit to={`/desk/all/${promise.conversation}`}>{promise.subject}</Anchor>
          {' · '}
          <Anchor component={Link} inherit to={`/cases/${promise.caseId}`}>{t('dueNext.case', { number: promise.caseNumber })}</Anchor>
        </Text>
        {handles && <Group gap={4} wrap="nowrap" ml="auto"><Acting promise={promise} moving={moving} onDone={onDone} /></Group>}
      </Group>
      {promise.kind === 'GIVEN' && handles && promise.whose && (
        <PromiseActions id={promise.id} brand={promise.brand} conversation={promise.conversation} owner={promise.whose} words={promise.words ?? ''} dueAt={promise.dueAt} />
      )}
    </article>
  );
}
