import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { http } from '@app/api/http';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useQueryClient } from '@tanstack/react-query';
import { outcomes, type FollowUp } from '../types';

interface Props { followUp: FollowUp; onClosed: (result: FollowUp) => void; onCancel: () => void }

/** An outcome is needed: a follow-up never just disappears. */
export function CloseForm({ followUp, onClosed, onCancel }: Props) {
  const { t } = useTranslation('feedback');
  const queries = useQueryClient();
  const { form, problem, sending, submit } = useServerForm(
    { initialValues: { outcome: '', note: '' }, validate: { outcome: (value) => (value ? null : t('followUps.outcomeNeeded')) } },
    async (values) => {
      const result = await http.post<FollowUp>(`/api/follow-ups/${followUp.id}/close`, { version: followUp.version, ...values })
        .finally(() => queries.invalidateQueries({ queryKey: ['follow-ups'] }));
      onClosed(result);
    },
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="md">
        <Radio.Group label={t('followUps.outcome.label')} withAsterisk {...form.getInputProps('outcome')}>
          <Stack gap={8} mt={8}>{outcomes.map((one) => <Radio key={one} value={one} label={t(`followUps.outcome.${one}`)} />)}</Stack>
        </Radio.Group>
        <Textarea label={t('followUps.note')} description={t('followUps.noteHelp')} autosize minRows={2} {...form.getInputProps('note')} />
        {problem && <ProblemNote error={problem} />}
        <Group gap="xs">
          <Button type="submit" loading={sending}>{t('followUps.close')}</Button>
          <Button variant="subtle" onClick={onCancel}>{t('app:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
