import { Figure } from '@app/number/Figure';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../api';
import classes from '../Knowledge.module.css';

/** What became of it in the last ninety days, each number with its definition. */
export function FigureRow({ figures, guideline }: { figures: Figures; guideline: string }) {
  const { t } = useTranslation('knowledge');
  const behind = `/guidelines/deviations?shown=all&guideline=${guideline}`;
  return (
    <section aria-label={t('figures.title')} className={classes.figures}>
      {(['shown', 'opened', 'followed', 'deviated', 'misfit'] as const).map((one) => (
        <Figure key={one} label={t(`figures.${one}`)} value={figures[one]} nText={t('figures.contacts')} definition={t(`figures.means.${one}`)} to={one === 'deviated' || one === 'misfit' ? behind : undefined} />
      ))}
    </section>
  );
}
