import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import { useDoNotDisturb } from './api';

/** What is said while one is not to be disturbed; nothing otherwise. */
export function useQuietWords(): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const { quiet } = useDoNotDisturb();
  if (!quiet) return undefined;
  return quiet.until ? t('notify.quiet.until', { time: format.moment(quiet.until) }) : t('notify.quiet.on');
}
