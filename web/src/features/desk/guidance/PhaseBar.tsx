import { useShortcuts } from '@app/keys';
import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMove, useTalk } from './api';
import classes from './Guidance.module.css';
import { useInLanguage } from './useInLanguage';

/** The phases of the talk, where a brand shows them: one goes to any of them, or to none. */
export function PhaseBar({ contact, handles }: { contact: string; handles: boolean }) {
  const { t } = useTranslation('desk');
  const say = useInLanguage();
  const talk = useTalk(contact).data;
  const move = useMove(contact);
  const phases = talk?.phases ?? [];
  const at = phases.findIndex((one) => one.key === talk?.now);
  const go = (place: number) => {
    const to = phases[place];
    if (to) move.mutate(to.key);
  };
  useShortcuts(phases.length === 0 || !handles ? [] : [
    { keys: ']', label: t('phases.next'), run: () => go(at + 1) },
    { keys: '[', label: t('phases.before'), run: () => go(at - 1) },
  ]);
  if (phases.length === 0) return null;
  const now = phases[at];
  return (
    <nav className={classes.phases} aria-label={t('phases.title')}>
      <ol>
        {phases.map((phase) => {
          const here = phase.key === now?.key;
          return (
            <li key={phase.key}>
              <UnstyledButton className={classes.phase} data-here={here || undefined} aria-current={here ? 'step' : undefined} disabled={!handles}
                onClick={() => move.mutate(here ? undefined : phase.key)}>
                {say(phase.nameNl, phase.nameEn)}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      {now && now.hints.length > 0 && (
        <Text size="sm" component="p" className={classes.hints}>{now.hints.map((one) => say(one.nl, one.en)).join(' · ')}</Text>
      )}
    </nav>
  );
}
