import { toastProblem } from '@app/announce';
import { useSession } from '@app/session';
import { ActionIcon, Anchor, Button, Group, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bulk, busy, countOf, useBulkNow, type Work } from './api';
import classes from './Bulk.module.css';
import { useWhat } from './useWhat';

/** Above the list: how far one's work on many is, and what came of it, to be stopped or taken back. */
export function BulkNow() {
  const { may } = useSession();
  return may('contacts.handle') ? <Now /> : null;
}

function Now() {
  const { works, again } = useBulkNow();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const name = (work: Work) => `${work.id} ${work.state}`;
  return works.filter((one) => !seen.includes(name(one))).slice(0, 1)
    .map((one) => <Line key={one.id} work={one} onChanged={() => void again()} onSeen={() => setSeen(works.map(name))} />);
}

function Line({ work, onChanged, onSeen }: { work: Work; onChanged: () => void; onSeen: () => void }) {
  const { t } = useTranslation('desk');
  const what = useWhat();
  const act = useMutation({ mutationFn: (how: 'stop' | 'takeBack') => bulk[how](work.id), onError: toastProblem, onSettled: onChanged });
  const back = work.state === 'TAKING_BACK';
  const done = countOf(work, ...(back || work.state === 'TAKEN_BACK' ? ['TAKEN_BACK' as const] : ['DONE' as const]));
  const not = countOf(work, 'REFUSED', 'KEPT');
  const all = done + not + countOf(work, back ? 'TO_TAKE_BACK' : 'TO_DO');
  return (
    <div className={classes.now}>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <span role="status" className={classes.words}>
          {busy(work) ? t(back ? 'bulk.takingBack' : 'bulk.running', { what: what(work) }) : t(`bulk.ended.${work.state}`, { what: what(work), count: done })}
        </span>
        {!busy(work) && <ActionIcon variant="subtle" color="gray" aria-label={t('app:close')} onClick={onSeen}><IconX size={16} /></ActionIcon>}
      </Group>
      {busy(work) && <Progress value={all === 0 ? 0 : ((done + not) / all) * 100} aria-label={t('bulk.progress', { done: done + not, all })} />}
      <Group gap={10}>
        {busy(work) && <span className={classes.far}>{t('bulk.progress', { done: done + not, all })}</span>}
        {not > 0 && <Anchor component={Link} to="/bulk" size="sm">{t('bulk.not', { count: not })}</Anchor>}
        {work.state === 'RUNNING' && <Button size="compact-sm" variant="light" loading={act.isPending} onClick={() => act.mutate('stop')}>{t('bulk.stop')}</Button>}
        {work.takenBackTill && <Button size="compact-sm" variant="light" loading={act.isPending} onClick={() => act.mutate('takeBack')}>{t('app:undo')}</Button>}
      </Group>
    </div>
  );
}
