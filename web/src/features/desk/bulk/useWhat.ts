import { useFormat } from '@app/format';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from './api';

/** What is done to each, in a few words. */
export function useWhat() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return useCallback(({ change: { priority, transfer, wrapUp }, to }: Work) => {
    if (priority) return t('bulk.what.priority', { priority: t(`app:haste.${priority}`) });
    if (transfer) return t('bulk.what.transfer', { to: to ?? t('bulk.what.gone') });
    return t(`bulk.what.${wrapUp!.caseState}`, { time: wrapUp!.comesBackAt && format.moment(wrapUp!.comesBackAt) });
  }, [t, format]);
}
