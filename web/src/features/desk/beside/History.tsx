import { useFormat } from '@app/format';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MediumIcon } from '../channel';
import { ComesBack } from '../list/Timing';
import { useDeskPlace } from '../places';
import type { EarlierContact } from '../types';
import classes from './Beside.module.css';
import { Score, Section } from './BesidePane';

const shownFirst = 6;

/** Earlier contacts as a line through time, each with the score it earned. */
export function History({ history, current, customer }: { history: EarlierContact[]; current: string; customer: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { address } = useDeskPlace();
  const [all, setAll] = useState(false);
  const past = history.filter((one) => one.conversation !== current);
  if (past.length === 0) return <Section title={t('history')}><p className={classes.soft}>{t('firstTime')}</p></Section>;
  return (
    <Section title={t('history')}>
      <ol className={classes.timeline}>
        {past.slice(0, all ? undefined : shownFirst).map((one) => (
          <li key={one.contact}>
            <Link to={address(one.conversation)} className={classes.past}>
              <span className={classes.pastHead}>
                <MediumIcon medium={one.medium} size={14} />
                <time dateTime={one.openedAt}>{format.moment(one.openedAt)}</time>
                {one.handledBy && <span>{one.handledBy.split(' ')[0]}</span>}
                {one.score !== undefined && <Score score={one.score} />}
              </span>
              <span className={classes.pastSubject}>{one.subject || t('noSubject')}</span>
              {one.spans && (
                <span className={classes.soft}>
                  {one.spans.customer.id === customer
                    ? t('app:forWhom.forOther', { other: one.spans.forWhom.name ?? t('unknownCustomer') })
                    : t('app:forWhom.via', { customer: one.spans.customer.name ?? t('unknownCustomer') })}
                </span>
              )}
              {one.comesBackAt && <span><ComesBack at={one.comesBackAt} /></span>}
              {one.why && <span className={classes.why}>{`“${one.why}”`}</span>}
            </Link>
          </li>
        ))}
      </ol>
      {!all && past.length > shownFirst && <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>{t('allHistory', { count: past.length })}</Button>}
    </Section>
  );
}
