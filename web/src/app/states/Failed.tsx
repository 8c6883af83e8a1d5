import { Button, Center, Code, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCloudOff, IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { kindOf, Problem } from '../api/problem';
import { NoPermission } from './NoPermission';

interface Props {
  error: unknown;
  onRetry?: () => void;
  height?: number | string;
}

/** Says what went wrong and what to do; of a fault of ours also the number to quote when asking for help. */
export function Failed({ error, onRetry, height = 280 }: Props) {
  const { t } = useTranslation();
  const problem = Problem.of(error);
  if (problem.status === 403) return <NoPermission height={height} />;
  const kind = kindOf(problem);
  const Icon = kind === 'unreachable' ? IconCloudOff : IconMoodSad;
  return (
    <Center mih={height} p="lg" role="alert">
      <Stack align="center" gap="xs" maw={440} ta="center">
        <ThemeIcon size={52} radius="xl" variant="light" color="red" aria-hidden="true"><Icon size={26} stroke={1.6} /></ThemeIcon>
        <Title order={2} size="h3" mt={6}>{problem.details.title ?? t(`failed.${kind}.title`)}</Title>
        <Text c="dimmed" size="sm">{problem.details.detail ?? t(`failed.${kind}.detail`)}</Text>
        {onRetry && kind !== 'notFound' && <Button variant="light" onClick={onRetry} mt="xs">{t('retry')}</Button>}
        {kind === 'broken' && problem.details.correlationId && (
          <Text c="dimmed" size="xs" mt="xs">{t('failed.reference')} <Code>{problem.details.correlationId}</Code></Text>
        )}
      </Stack>
    </Center>
  );
}
