import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';

/** A problem beside the button that caused it; with the number to quote where only somebody else can help. */
export function ProblemNote({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = Problem.of(error);
  const kind = problem.status === 0 ? 'unreachable' : problem.status >= 500 ? 'broken' : 'refused';
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle />} title={problem.details.title ?? t(`failed.${kind}.title`)}>
      {problem.details.detail ?? t(`failed.${kind}.detail`)}
      {kind === 'broken' && problem.details.correlationId && <Text size="xs" c="dimmed" mt={4}>{t('failed.reference')} {problem.details.correlationId}</Text>}
    </Alert>
  );
}
