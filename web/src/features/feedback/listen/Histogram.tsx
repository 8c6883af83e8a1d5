import { useTranslation } from 'react-i18next';
import { useFormat } from '@app/format';
import type { WordsFilter } from '../api';
import { classOf } from './classes';
import classes from './Listen.module.css';

interface Props { bars: number[]; words: WordsFilter; onChoose: (from?: number, to?: number) => void }

/** How many gave each score; choosing a bar shows what those customers wrote. */
export function Histogram({ bars, words, onChoose }: Props) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const highest = Math.max(1, ...bars);
  return (
    <div className={classes.histogram} role="group" aria-label={t('listen.histogram')}>
      {bars.map((count, score) => {
        const chosen = words.scoreFrom === score && words.scoreTo === score;
        return (
          <button key={score} type="button" className={classes.column} data-chosen={chosen} aria-pressed={chosen}
            aria-label={t('listen.bar', { score, count })} onClick={() => (chosen ? onChoose() : onChoose(score, score))}>
            <span className={classes.count}>{format.number(count)}</span>
            <span className={classes.stick} data-class={classOf(score)} style={{ height: `${(count / highest) * 118}px` }} />
            <span className={classes.value}>{score}</span>
          </button>
        );
      })}
    </div>
  );
}
