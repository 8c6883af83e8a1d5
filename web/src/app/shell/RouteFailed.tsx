import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Problem } from '../api/problem';
import { Empty } from '../states/Empty';
import { Failed } from '../states/Failed';

/** A page that broke, or that a newer version of the product no longer has under its old name. */
export function RouteFailed() {
  const { t } = useTranslation();
  const error = useRouteError();
  const reload = () => window.location.reload();
  if (error instanceof Problem) return <Failed error={error} onRetry={reload} height="60vh" />;
  console.error(error);
  return (
    <Empty title={t('pageBroke.title')} icon={IconRefresh} height="60vh" action={<Button variant="light" mt="xs" onClick={reload}>{t('pageBroke.reload')}</Button>}>
      {t('pageBroke.detail')}
    </Empty>
  );
}
