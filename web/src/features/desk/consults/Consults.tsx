import { toastDone } from '@app/announce';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconBuilding, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../beside/Beside.module.css';
import { Section } from '../beside/BesidePane';
import { Files } from '../thread/Files';
import type { PromiseView } from '../types';
import { Agreed } from './Agreed';
import { useConsulting, type Consult } from './api';
import { Steps } from './Steps';
import { YourTurn } from './YourTurn';

const icons = { open: IconBuilding, late: IconAlertTriangle, returned: IconArrowBackUp, answered: IconCheck, withdrawn: IconX };

interface Props { consults: Consult[]; promises: PromiseView[]; handles: boolean }

/** What other departments were asked in this case, and what they said. */
export function Consults({ consults, promises, handles }: Props) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const { withdraw } = useConsulting();
  if (consults.length === 0) return null;
  return (
    <Section title={t('consult.section')}>
      <ul className={classes.lines}>
        {consults.map((one) => {
          const Icon = icons[one.state as keyof typeof icons] ?? IconBuilding;
          const waits = one.settledAt === undefined;
          const given = one.answersCustomer;
          return (
            <li key={one.id} className={classes.promise} data-state={one.state === 'answered' ? (one.late ? 'kept_late' : 'kept') : one.state}>
              <Icon size={16} aria-hidden="true" />
              <div>
                <strong>{i18n.language === 'nl' ? one.departmentNl : one.departmentEn}</strong>
                <div className={classes.asked}>{one.question}</div>
                {one.answer && <div className={classes.asked}>{`“${one.answer}” (${one.settledByName ?? ''})`}</div>}
                {one.files.length > 0 && <Files files={one.files} />}
                <Steps consult={one} />
                {waits && one.state !== 'returned' && <Agreed consult={one} />}
                {one.state !== 'returned' && <div className={classes.soft}>
                  {waits ? t(one.state === 'late' ? 'consult.lateSince' : given ? 'consult.givenUntil' : 'consult.due', { at: format.due(one.dueAt), department: i18n.language === 'nl' ? one.departmentNl : one.departmentEn })
                    : t(one.answeredCustomer ? 'consult.state.answeredCustomer' : `consult.state.${one.state as 'answered'}`, { at: format.moment(one.settledAt!) })}
                </div>}
                {waits && <YourTurn key={`${one.state} ${one.agreement.wantedAt}`} consult={one} promises={promises} handles={handles} />}
                {waits && handles && (
                  <Button size="compact-sm" variant="subtle" color="gray" ml={-8} loading={withdraw.isPending && withdraw.variables === one.id}
                    onClick={() => void withdraw.mutateAsync(one.id).then(() => toastDone(t(given ? 'consult.tookBack' : 'consult.withdrawn')), () => {})}>{t(given ? 'consult.takeBack' : 'consult.withdraw')}</Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {withdraw.error && <ProblemNote error={withdraw.error} />}
    </Section>
  );
}
