import { useTranslation } from 'react-i18next';

/** Of two texts the reader's, or the other one where his is not written. */
export function useInLanguage() {
  const { i18n } = useTranslation();
  return (dutch = '', english = '') => (i18n.language === 'nl' ? dutch || english : english || dutch);
}
