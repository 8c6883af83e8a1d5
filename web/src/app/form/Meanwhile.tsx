import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that somebody else changed what one has open, and offers to show it. */
export function Meanwhile({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Alert role="status" variant="light" color="orange" icon={<IconUsers />} title={t('meanwhile.title')}>
      {t('meanwhile.body')}
      <Group mt="xs"><Button size="compact-sm" variant="default" onClick={onShow}>{t('meanwhile.show')}</Button></Group>
    </Alert>
  );
}
