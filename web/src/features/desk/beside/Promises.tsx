import { useFormat } from '@app/format';
import { useUser, useZone } from '@app/session';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PromiseActions } from '../promises/PromiseActions';
import type { PromiseView } from '../types';
import classes from './Beside.module.css';
import { Section } from './BesidePane';

const icons = { open: IconClock, late: IconAlertTriangle, kept: IconCheck, kept_late: IconAlertTriangle, broken: IconX, withdrawn: IconX };

interface Props {
  promises: PromiseView[];
  brand: string;
  conversation: string;
  handles: boolean;
}

/** What we said we would do, and whether we did. */
export function Promises({ promises, brand, conversation, handles }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat(useZone(brand));
  const me = useUser().id;
  if (promises.length === 0) return null;
  return (
    <Section title={t('promises')}>
      <ul className={classes.lines}>
        {promises.map(({ id, kind, state, dueAt, settledAt, given }) => {
          const Icon = icons[state as keyof typeof icons] ?? IconClock;
          return (
            <li key={id} className={classes.promise} data-state={state}>
              <Icon size={16} aria-hidden="true" />
              <div>
                <span>{given ? given.words : t(`promise.${kind}`, { time: format.moment(dueAt) })}</span>{' '}
                <span className={classes.soft}>
                  {given && `${t('due.before', { time: format.moment(dueAt) })} · ${given.owner === me ? t('promised.mine') : t('promised.by', { name: given.ownerName })} · `}
                  {t(`promiseState.${state}`)}{given?.why && ` · ${given.why}`}
                </span>
                {given && handles && !settledAt && <PromiseActions id={id} brand={brand} conversation={conversation} owner={given.owner} words={given.words} from={given.from} dueAt={dueAt} />}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
