import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Acted, BroughtBack } from './api';
import classes from './NotDone.module.css';

/** One that somebody else was first with. */
export interface AsItWas { contact: string; subject: string; outcome: Acted['outcome'] | BroughtBack['outcome']; by?: string }
export interface Outcome { done: string; not: AsItWas[] }

/** What was done, and of each that was not what it is by now. */
export function NotDone({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useTranslation();
  const now = ({ outcome: what, by }: AsItWas) => (by && (what === 'TAKEN' || what === 'WAITS' || what === 'SOLVED') ? t(`acted.by.${what}`, { name: by }) : t(`acted.outcome.${what}`));
  return (
    <Alert role="status" color="yellow" variant="light" icon={<IconAlertCircle />} title={outcome.done} mb="sm" withCloseButton closeButtonLabel={t('close')} onClose={onClose}>
      <Text size="sm">{t('acted.notDone', { count: outcome.not.length })}</Text>
      <ul className={classes.notDone}>
        {outcome.not.map((one) => <li key={one.contact}>{one.subject}: {now(one)}</li>)}
      </ul>
    </Alert>
  );
}
