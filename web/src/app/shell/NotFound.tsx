import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../states/Empty';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t('notFound.title')} icon={IconMapOff} height="60vh" action={<Button component={Link} to="/" variant="light" mt="xs">{t('notFound.home')}</Button>}>
      {t('notFound.detail')}
    </Empty>
  );
}
