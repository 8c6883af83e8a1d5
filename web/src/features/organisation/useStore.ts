import { toastDone } from '@app/announce';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** After a change: read the lists again, say so, close the form. */
export function useStored(onClose: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useCallback(async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries({ queryKey: ['organisation'] });
    toastDone(t('app:saved'));
    onClose();
  }, [queries, t, onClose]);
}

/** Every time zone the browser knows. */
export const zones: string[] = Intl.supportedValuesOf('timeZone');
