import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PromiseView } from '../types';
import classes from './Beside.module.css';
import { Section } from './BesidePane';

const icons = { open: IconClock, late: IconAlertTriangle, kept: IconCheck, kept_late: IconAlertTriangle, withdrawn: IconX };

/** What we said we would do, and whether we did. */
export function Promises({ promises, brand }: { promises: PromiseView[]; brand: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(brand));
  if (promises.length === 0) return null;
  return (
    <Section title={t('promises')}>
      <ul className={classes.lines}>
        {promises.map((one) => {
          const Icon = icons[one.state as keyof typeof icons] ?? IconClock;
          return (
            <li key={one.id} className={classes.promise} data-state={one.state}>
              <Icon size={16} aria-hidden="true" />
              <span>{t(`promise.${one.kind}`, { time: format.moment(one.dueAt) })}</span>
              <span className={classes.soft}>{t(`promiseState.${one.state}`)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
