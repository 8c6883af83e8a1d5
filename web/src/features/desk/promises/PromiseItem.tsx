import { useFormat } from '@app/format';
import { useUser, useZone } from '@app/session';
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Due } from '../list/Timing';
import type { GivenPromise } from './api';
import { PromiseActions } from './PromiseActions';
import classes from './Promises.module.css';

/** One promise: what was said, to whom, who keeps it and by when, and what came of it. */
export function PromiseItem({ promise }: { promise: GivenPromise }) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(promise.brand));
  const own = useFormat();
  const me = useUser();
  const open = promise.settledAt === undefined;
  const customer = promise.customerName ?? t('unknownCustomer');
  return (
    <article className={classes.card} aria-label={t('promised.label', { words: promise.words, customer })}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650} style={{ overflowWrap: 'anywhere' }}>{customer}</Text>
        {open
          ? <Due dueAt={promise.dueAt} late={promise.state === 'late'} brand={promise.brand} />
          : <Text size="sm" fw={600} className={classes.outcome} data-state={promise.state}>{t(`promiseState.${promise.state}`)} · {own.moment(promise.settledAt!)}</Text>}
      </Group>
      <Text mt={4} className={classes.words}>{promise.words}</Text>
      <Text size="sm" c="dimmed" mt={6}>
        {t(`promising.act.${promise.act}`)} · {promise.from ? t('promised.span', { from: format.moment(promise.from), due: format.moment(promise.dueAt) }) : t('due.before', { time: format.moment(promise.dueAt) })}
        {' · '}{promise.owner === me.id ? t('promised.mine') : t('promised.by', { name: promise.ownerName })}
        {promise.moved > 0 && ` · ${t('promised.moved', { count: promise.moved })}`}
      </Text>
      {promise.why && <Text size="sm" mt={4} className={classes.words}>{promise.why}</Text>}
      <Text size="sm" mt={4}><Anchor component={Link} inherit to={`/desk/all/${promise.conversation}`}>{t('promised.conversation', { number: promise.caseNumber, subject: promise.subject })}</Anchor></Text>
      {promise.mayHandle && <PromiseActions id={promise.id} brand={promise.brand} conversation={promise.conversation} owner={promise.owner} words={promise.words} from={promise.from} dueAt={promise.dueAt} />}
    </article>
  );
}
