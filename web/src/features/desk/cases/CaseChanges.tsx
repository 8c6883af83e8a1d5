import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Anchor, Button, Text } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCaseChanges, type CaseChange, type CasePage } from './api';
import classes from './Cases.module.css';

/** What was joined, parted or put elsewhere, by whom and why; each can be taken back. */
export function CaseChanges({ page: { view, changes, mayHandle } }: { page: CasePage }) {
  const { t } = useTranslation('desk');
  const { undo } = useCaseChanges(view.id);
  if (changes.length === 0) return null;
  const takeBack = (change: string) => void undo.mutateAsync(change).then(() => toastDone(t('cases.undone')), () => {});
  return (
    <section className={classes.section} aria-label={t('cases.changes')}>
      <Text component="h2" fw={650} mb="sm">{t('cases.changes')}</Text>
      <ul className={classes.changes}>
        {changes.map((one) => (
          <li key={one.id}>
            {one.kind === 'SPLIT' ? <IconArrowsSplit2 size={17} aria-hidden="true" /> : <IconArrowMerge size={17} aria-hidden="true" />}
            <div>
              <span className={one.undoneAt ? classes.undone : undefined}><Words change={one} here={view.id} /></span>
              <Meta change={one} />
            </div>
            {mayHandle && !one.undoneAt && (
              <Button size="compact-sm" variant="subtle" loading={undo.isPending && undo.variables === one.id} onClick={() => takeBack(one.id)}>{t('cases.undo')}</Button>
            )}
          </li>
        ))}
      </ul>
      {undo.error && <ProblemNote error={undo.error} />}
    </section>
  );
}

function Words({ change, here }: { change: CaseChange; here: string }) {
  const { t } = useTranslation('desk');
  const outgoing = change.from.id === here;
  const { id, number } = outgoing ? change.to : change.from;
  return <Anchor component={Link} inherit to={`/cases/${id}`}>{t(`cases.change.${change.kind}.${outgoing ? 'out' : 'in'}`, { number, count: change.contacts })}</Anchor>;
}

function Meta({ change }: { change: CaseChange }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed">
      {change.byRule ? t('cases.byRule') : change.byName} · {format.moment(change.at)}{change.why && ` · “${change.why}”`}
      {change.undoneAt && ` · ${t('cases.undoneBy', { name: change.undoneByName ?? '', at: format.moment(change.undoneAt) })}`}
    </Text>
  );
}
