import { useTranslation } from 'react-i18next';
import type { Reason } from '../api';
import { results, typesOf } from './api';
import type { Kind } from '@app/fields/api';

/** Reasons with the names of those above them; archived ones only where they are chosen. */
export function useReasonOptions(reasons: Reason[] = [], chosen: string[] = []) {
  const { i18n } = useTranslation();
  const path = (id: string): string => {
    const one = reasons.find((each) => each.id === id);
    return one ? [one.parent && path(one.parent), i18n.language === 'nl' ? one.nameNl : one.nameEn].filter(Boolean).join(' › ') : '';
  };
  return reasons.filter((one) => !one.archived || chosen.includes(one.id)).map((one) => ({ value: one.id, label: path(one.id) }));
}

export function useResultOptions() {
  const { t } = useTranslation('organisation');
  return results.map((one) => ({ value: one, label: t(`fields.result.${one}`) }));
}

export function useTypeOptions(kind: Kind) {
  const { t } = useTranslation('organisation');
  return typesOf[kind].map((one) => ({ value: one, label: t(`fields.typesOf.${kind}.${one}`) }));
}
