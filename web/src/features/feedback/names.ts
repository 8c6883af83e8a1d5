import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A channel as people call it; one that has no name yet shows its own key. */
export function useChannelName() {
  const { t } = useTranslation('feedback');
  return useCallback((key: string) => t(`channel.${key}`, { defaultValue: key }), [t]);
}

export function useCountryName() {
  const { i18n } = useTranslation();
  const names = useMemo(() => new Intl.DisplayNames([i18n.language], { type: 'region' }), [i18n.language]);
  return useCallback((code: string) => names.of(code) ?? code, [names]);
}
