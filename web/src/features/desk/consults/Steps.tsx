import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import classes from '../beside/Beside.module.css';
import type { Consult } from './api';

/** What became of a question before its answer, for both sides. */
export function Steps({ consult }: { consult: Consult }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const dutch = i18n.language === 'nl';
  if (consult.steps.length === 0) return null;
  return (
    <ol className={classes.lines} style={{ marginTop: 6 }} aria-label={t('consult.history')}>
      {consult.steps.map((one) => (
        <li key={`${one.at} ${one.kind}`}>
          <span className={classes.soft}>
            {t(`consult.step.${one.kind as 'told'}`, {
              by: one.byName ?? '', department: dutch ? one.departmentNl : one.departmentEn, to: dutch ? one.toNl : one.toEn, due: one.dueAt && format.due(one.dueAt),
            })} · {format.moment(one.at)}
          </span>
          {one.words && <div className={classes.asked} style={{ overflowWrap: 'anywhere' }}>{one.words}</div>}
        </li>
      ))}
    </ol>
  );
}
