import type { components } from '@app/api/schema';
import { useTranslation } from 'react-i18next';

/** How a case stands, in one line: its state, and behind it what the brand says more precisely. */
export function useStanding() {
  const { t, i18n } = useTranslation('desk');
  return ({ stage, subState }: Pick<components['schemas']['CaseView'], 'stage' | 'subState'>) =>
    [t(`stage.${stage}`), subState && (i18n.language === 'nl' ? subState.nameNl : subState.nameEn)].filter(Boolean).join(' · ');
}
