import { Anchor, Badge, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '@app/clock';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { useUser, useSession } from '@app/session';
import { http } from '@app/api/http';
import { useQueryClient } from '@tanstack/react-query';
import { useOwners } from '../api';
import classes from '../listen/Listen.module.css';
import type { FollowUp } from '../types';
import { CloseForm } from './CloseForm';
import { useChange } from './useChange';

/** One dissatisfied customer: what was said, whose it is, by when, and what can be done with it. */
export function FollowUpItem({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const user = useUser();
  const { may } = useSession();
  const queries = useQueryClient();
  const change = useChange(followUp);
  const [doing, setDoing] = useState<'close' | 'hand' | null>(null);
  const owners = useOwners(followUp.id, doing === 'hand').data ?? [];
  const done = followUp.state === 'done';
  const mine = followUp.owner?.id === user.id;

  const closed = (result: FollowUp) => {
    setDoing(null);
    toastUndo(t('followUps.closed'), t('app:undo'), () => {
      void http.post(`/api/follow-ups/${followUp.id}/reopen`, { version: result.version })
        .finally(() => queries.invalidateQueries({ queryKey: ['follow-ups'] }));
    });
  };

  return (
    <article className={classes.card} aria-label={t('followUps.label', { score: followUp.score, name: followUp.customerName ?? t('followUps.customer') })}>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <span className={classes.score} data-class="detractors">{followUp.score}</span>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Group justify="space-between" gap="xs">
            <Text fw={650}>{followUp.customerName ?? t('followUps.customer')}</Text>
            <Due followUp={followUp} />
          </Group>
          {followUp.why ? <Text className={classes.words} mt={4}>{followUp.why}</Text> : <Text c="dimmed" mt={4}>{t('answer.noWords')}</Text>}
          <Group gap="xs" mt={8}>
            {followUp.emotion && <Badge variant="light" color="gray" tt="none">{t(`emotion.${followUp.emotion}`)}</Badge>}
            <Text size="sm" c="dimmed">{followUp.owner ? t('followUps.owner', { name: followUp.owner.name }) : t('followUps.noOwner')}
              {followUp.handledBy && ` · ${t('followUps.handledBy', { name: followUp.handledBy.name })}`}</Text>
          </Group>
          <Text size="sm" mt={4}><Anchor component={Link} inherit to={`/desk/all/${followUp.conversation}`}>{t('answer.conversation', { number: followUp.caseNumber, subject: followUp.subject })}</Anchor></Text>
          {done && (
            <Text size="sm" mt={8}>
              <strong>{t(`followUps.outcome.${followUp.outcome!}`)}</strong>
              {followUp.doneAt && ` · ${followUp.doneBy ? `${followUp.doneBy.name}, ` : ''}${format.moment(followUp.doneAt)}`}
              {followUp.note && <Text span display="block" className={classes.words} c="dimmed">{followUp.note}</Text>}
            </Text>
          )}
          {may('follow-ups.handle') && !done && doing === null && (
            <Group gap="xs" mt="md">
              <Button onClick={() => setDoing('close')}>{t('followUps.close')}</Button>
              {!mine && <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ what: 'take' })}>{t('followUps.take')}</Button>}
              <Button variant="subtle" onClick={() => setDoing('hand')}>{t('followUps.handOver')}</Button>
            </Group>
          )}
          {may('follow-ups.handle') && done && (
            <Button mt="sm" size="compact-sm" variant="subtle" onClick={() => change.mutate({ what: 'reopen' })}>{t('followUps.reopen')}</Button>
          )}
          {doing === 'hand' && (
            <Group gap="xs" mt="md" align="flex-end">
              <Select label={t('followUps.to')} searchable autoFocus defaultDropdownOpened w={260} nothingFoundMessage={t('followUps.nobody')}
                data={owners.filter((one) => one.id !== followUp.owner?.id).map((one) => ({ value: one.id, label: one.name }))}
                onChange={(to) => to && change.mutate({ what: 'hand-over', to }, { onSuccess: () => setDoing(null) })} />
              <Button variant="subtle" onClick={() => setDoing(null)}>{t('app:cancel')}</Button>
            </Group>
          )}
          {doing === 'close' && <CloseForm followUp={followUp} onClosed={closed} onCancel={() => setDoing(null)} />}
          {change.isError && <ProblemNote error={change.error} />}
        </div>
      </Group>
    </article>
  );
}

function Due({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const now = useNow();
  if (followUp.state === 'done') return null;
  const due = new Date(followUp.dueAt).getTime();
  const late = due <= now;
  return (
    <Text size="sm" fw={600} c={late ? 'var(--late)' : due - now < 4 * 3_600_000 ? 'var(--soon)' : 'dimmed'} title={format.exact(followUp.dueAt)}>
      {late ? t('followUps.late', { span: format.span(now - due) }) : t('followUps.due', { at: format.moment(followUp.dueAt) })}
    </Text>
  );
}
