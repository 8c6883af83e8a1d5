import { Button, Group, NumberInput, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '@app/api/http';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import type { AskingRule, AskingSettings } from '../types';

interface Props { brand: string; rule: AskingRule; title: string; onDone: () => void }

/** The rule of a brand or of one queue. */
export function RuleForm({ brand, rule, title, onDone }: Props) {
  const { t } = useTranslation('feedback');
  const queries = useQueryClient();
  const { form, problem, sending, submit } = useServerForm(
    { initialValues: { oneIn: rule.oneIn, delayMinutes: rule.delayMinutes, quarantineDays: rule.quarantineDays, atMostPerDay: rule.atMostPerDay ?? ('' as number | '') } },
    async (values) => {
      const data = await http.put<AskingSettings>(`/api/feedback/settings/${brand}/rule`, {
        ...values, queue: rule.queue, atMostPerDay: values.atMostPerDay === '' ? undefined : values.atMostPerDay,
      });
      queries.setQueryData(['asking-settings', brand], data);
      onDone();
    },
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="md">
        <Title order={3} size="h4">{title}</Title>
        <Group align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
          <NumberInput data-autofocus miw={180} label={t('asking.column.oneIn')} description={t('asking.oneInHelp')} min={1} max={1000} {...form.getInputProps('oneIn')} />
          <NumberInput miw={180} label={t('asking.delayMinutes')} description={t('asking.delayHelp')} min={0} max={43200} step={60} {...form.getInputProps('delayMinutes')} />
          <NumberInput miw={180} label={t('asking.quarantineDays')} description={t('asking.quarantineHelp')} min={0} max={730} {...form.getInputProps('quarantineDays')} />
          <NumberInput miw={180} label={t('asking.column.limit')} description={t('asking.limitHelp')} min={1} max={100000} {...form.getInputProps('atMostPerDay')} />
        </Group>
        {problem && <ProblemNote error={problem} />}
        <Group gap="xs">
          <Button type="submit" loading={sending}>{t('app:save')}</Button>
          <Button variant="subtle" onClick={onDone}>{t('app:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
