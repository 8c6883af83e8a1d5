import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from './Empty';

export function NoPermission({ height }: { height?: number | string }) {
  const { t } = useTranslation();
  return <Empty title={t('noPermission.title')} icon={IconLock} height={height}>{t('noPermission.detail')}</Empty>;
}
