import { useFormat } from '@app/format';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consult } from './api';

/** Where the time of a question comes from, when it is not the usual one of the department. */
export function Agreed({ consult }: { consult: Consult }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { agreed, usualDueAt } = consult.agreement;
  if (agreed === 'usual') return null;
  return <Text size="sm" c="dimmed">{t(`consult.agreed.${agreed as 'later'}`)} · {t('consult.usually', { at: format.due(usualDueAt) })}</Text>;
}
