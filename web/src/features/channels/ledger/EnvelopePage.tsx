import { PageHead } from '@app/list/PageHead';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconMailCheck, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useEnvelope, useIntakeActions } from '../api';
import type { EnvelopeDetail } from '../types';
import { StateBadge } from './StateBadge';
import classes from './Ledger.module.css';

/** One envelope: what arrived, what was found out, where it went. */
export default function EnvelopePage() {
  const { id = '' } = useParams();
  const found = useEnvelope(id);
  return (
    <Stack gap="lg" maw={860}>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Shown item={found.data} />}
    </Stack>
  );
}

function Shown({ item }: { item: EnvelopeDetail }) {
  const { t } = useTranslation('channels');
  const { may, user } = useSession();
  const format = useFormat();
  const { replay, accept } = useIntakeActions();
  const row = item.envelope;
  const brand = (id: string) => user?.brands.find((one) => one.id === id)?.name ?? '–';
  const facts: [string, string | undefined][] = [
    ['sender', row.sender],
    ['received', format.exact(row.receivedAt)],
    ['settled', row.settledAt && format.exact(row.settledAt)],
    ['size', format.bytes(row.size)],
    ['attempts', format.number(row.attempts)],
    ['repeats', row.repeats > 0 ? format.number(row.repeats) : undefined],
    ['recipients', Array.isArray(item.facts.recipients) ? item.facts.recipients.join(', ') : undefined],
    ['client', text(item.facts.client)],
    ['proof', row.proven === undefined ? undefined : t(row.proven ? 'ledger.proven' : 'ledger.unproven')],
    ['checks', ['spf', 'dkim', 'dmarc'].filter((name) => text(item.findings[name])).map((name) => `${name.toUpperCase()} ${text(item.findings[name])}`).join(' · ') || undefined],
    ['because', text(item.findings.because)],
    ['notes', Array.isArray(item.findings.notes) ? item.findings.notes.map((note) => t(`ledger.note.${String(note)}`, { defaultValue: String(note) })).join(', ') : undefined],
    ['detail', item.detail],
  ];
  return (
    <>
      <div><PageHead title={row.subject || t(row.state === 'waiting' ? 'ledger.notRead' : 'ledger.noSubject')} up={{ to: '/intake', label: t('ledger.place') }}><StateBadge row={row} /></PageHead></div>
      <dl className={classes.facts}>
        {facts.filter(([, value]) => value).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}><dt>{t(`ledger.fact.${name}`)}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      <ProblemNote error={replay.error ?? accept.error} />
      <Group>
        {row.state === 'waiting' && may('intake.replay') && (
          <Button leftSection={<IconRefresh size={16} />} loading={replay.isPending} onClick={() => replay.mutate(row.id)}>{t('ledger.replay')}</Button>
        )}
        {['blocked-sender', 'suspected-spam'].includes(row.outcome ?? '') && may('intake.replay') && (
          <Button leftSection={<IconMailCheck size={16} />} loading={accept.isPending} onClick={() => accept.mutate(row.id)}>{t('ledger.accept')}</Button>
        )}
        {may('intake.raw') && (
          <Button component="a" href={`/api/intake/envelopes/${row.id}/raw`} variant="default" leftSection={<IconDownload size={16} />}>{t('ledger.raw')}</Button>
        )}
      </Group>
      <section aria-label={t('ledger.placements')}>
        <Title order={2} size="h3" mb="xs">{t('ledger.placements')}</Title>
        {item.placements.length === 0 && <Text c="dimmed">{t('ledger.noPlacements')}</Text>}
        {item.placements.map((one) => (
          <Group key={one.account} gap="xs" mb={4}>
            <Anchor component={Link} to={`/desk/all/${one.conversation}`}>{t('ledger.conversation')}</Anchor>
            <Text size="sm">{brand(one.brand)} · {t(`ledger.why.${one.why}`, { defaultValue: one.why })}</Text>
            {one.nearMatch && <Anchor component={Link} size="sm" to={`/desk/all/${one.nearMatch}`}>{t('ledger.nearMatch')}</Anchor>}
          </Group>
        ))}
      </section>
    </>
  );
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
