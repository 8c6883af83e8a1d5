import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Problem } from '@app/api/problem';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSubStates } from '../api';
import { SubState } from '../handling/SubState';
import { useCaseChanges, type CasePage } from './api';
import classes from './Cases.module.css';

/** How the case stands within its state, to change on the spot; and who said so before. */
export function CaseSubState({ page: { view, subStateChanges, mayHandle } }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const all = useSubStates(view.brand).data?.subStates ?? [];
  const { standing } = useCaseChanges(view.id);
  const name = (one?: { nameNl: string; nameEn: string }) => (one ? (i18n.language === 'nl' ? one.nameNl : one.nameEn) : t('subState.none'));
  const changeable = mayHandle && all.some((one) => one.state === view.state && !one.archived);
  if (!changeable && !view.subState && subStateChanges.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('subState.label')}>
      {changeable
        ? <div style={{ maxWidth: 360 }}><SubState all={all} state={view.state} label={t('subState.label')} value={view.subState?.id} disabled={standing.isPending} error={standing.error ? Problem.of(standing.error).fieldErrors.subState : undefined}
          onChange={(chosen) => standing.mutate({ subState: chosen?.id, was: view.subState?.id })} /></div>
        : view.subState && <Text fw={550}>{name(view.subState)}</Text>}
      <ProblemNote error={standing.error} />
      <ul className={classes.changes}>
        {subStateChanges.map((one) => (
          <li key={one.at}>
            <div>
              <Text>{t('subState.changed', { was: name(one.was), became: name(one.became) })}</Text>
              <Text size="sm" c="dimmed">{one.byName} · {format.moment(one.at)}</Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
