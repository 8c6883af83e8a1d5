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
    onClose();
    toastDone(t('app:saved'));
    await Promise.all([queries.invalidateQueries({ queryKey: ['organisation'] }), queries.invalidateQueries({ queryKey: ['session'] })]);
  }, [queries, t, onClose]);
}

/** Every time zone the browser knows. */
export const zones: string[] = Intl.supportedValuesOf('timeZone');
