import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import type { WordsFilter } from '../api';
import type { Counts } from '../types';
import { scoreClasses } from './classes';
import classes from './Listen.module.css';

interface Props { counts: Counts; words?: WordsFilter; onChoose?: (from?: number, to?: number) => void }

/** One bar of all answers with the counts; choosing a part shows what those customers wrote. */
export function ClassBar({ counts, words, onChoose }: Props) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const n = counts.detractors + counts.passives + counts.promoters;
  return (
    <div>
      <div className={classes.bar} role="group" aria-label={t('listen.classes')}>
        {scoreClasses.filter(({ key }) => counts[key] > 0).map(({ key, from, to }) => {
          const chosen = words?.scoreFrom === from && words.scoreTo === to;
          const label = t(`listen.class.${key}`, { from, to });
          return (
            <button key={key} type="button" className={classes.part} data-class={key} data-chosen={chosen} aria-pressed={chosen} disabled={!onChoose}
              style={{ flexGrow: counts[key] }} title={`${label}: ${counts[key]}`} aria-label={`${label}: ${t('answers', { count: counts[key] })}, ${format.percent(counts[key] / n)}`}
              onClick={() => (chosen ? onChoose?.() : onChoose?.(from, to))}>
              {format.hundredths((100 * counts[key]) / n)}
            </button>
          );
        })}
      </div>
      <div className={classes.legend} aria-hidden="true">
        {scoreClasses.map(({ key, from, to }) => (
          <span key={key}><span className={classes.dot} style={{ background: `var(--${key.slice(0, -1)})` }} />
            {t(`listen.class.${key}`, { from, to })} <strong className="numbers">{format.number(counts[key])}</strong></span>
        ))}
      </div>
    </div>
  );
}
