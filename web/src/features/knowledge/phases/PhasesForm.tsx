import { toastDone } from '@app/announce';
import { useChannels } from '@app/channels';
import { ProblemNote } from '@app/form/ProblemNote';
import { Unsaved } from '@app/form/Unsaved';
import { useServerForm } from '@app/form/useServerForm';
import { ActionIcon, Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { storePhases, type Phases } from '../api';
import classes from '../Knowledge.module.css';

interface Props { brand: string; phases: Phases; onKept: (phases: Phases) => void }

/** Names and questions of each phase, in both languages. */
export function PhasesForm({ brand, phases, onKept }: Props) {
  const { t } = useTranslation('knowledge');
  const { channels } = useChannels();
  const queries = useQueryClient();
  const { form, problem, sending, submit } = useServerForm({ initialValues: { channels: phases.channels, phases: phases.phases } }, async (values) => {
    const kept = await storePhases(brand, { ...values, version: phases.version });
    queries.setQueryData(['talk-phases', brand], kept);
    onKept(kept);
    toastDone(t('app:saved'));
  });
  const all = form.values.phases;
  return (
    <form noValidate onSubmit={submit}>
      <Unsaved dirty={() => !sending && form.isDirty()} />
      <Stack gap="md" maw={900}>
        <Checkbox.Group label={t('phases.channels')} description={t('phases.channelsHelp')} value={form.values.channels} onChange={(value) => form.setFieldValue('channels', value)}>
          <Group mt={6}>{channels.map((one) => <Checkbox key={one.key} value={one.key} label={one.name} />)}</Group>
        </Checkbox.Group>
        {all.map((phase, at) => (
          <fieldset key={phase.key || at} className={classes.step} aria-label={t('phases.phase', { number: at + 1 })}>
            <Group justify="space-between" mb={6}>
              <Text fw={650} aria-hidden="true">{t('phases.phase', { number: at + 1 })}</Text>
              <Group gap={2}>
                <ActionIcon variant="subtle" color="gray" aria-label={t('phases.up', { number: at + 1 })} disabled={at === 0} onClick={() => form.reorderListItem('phases', { from: at, to: at - 1 })}><IconArrowUp size={17} /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" aria-label={t('phases.down', { number: at + 1 })} disabled={at === all.length - 1} onClick={() => form.reorderListItem('phases', { from: at, to: at + 1 })}><IconArrowDown size={17} /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" aria-label={t('phases.remove', { number: at + 1 })} disabled={all.length === 1} onClick={() => form.removeListItem('phases', at)}><IconTrash size={17} /></ActionIcon>
              </Group>
            </Group>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={8}>
              <TextInput label={t('phases.nameNl')} maxLength={40} {...form.getInputProps(`phases.${at}.nameNl`)} />
              <TextInput label={t('phases.nameEn')} maxLength={40} {...form.getInputProps(`phases.${at}.nameEn`)} />
            </SimpleGrid>
            {phase.hints.map((_hint, line) => (
              <Group key={line} gap={6} mt={8} wrap="nowrap" align="flex-end">
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={8} style={{ flex: 1 }}>
                  <TextInput label={t('phases.hintNl', { number: line + 1 })} maxLength={200} {...form.getInputProps(`phases.${at}.hints.${line}.nl`)} />
                  <TextInput label={t('phases.hintEn', { number: line + 1 })} maxLength={200} {...form.getInputProps(`phases.${at}.hints.${line}.en`)} />
                </SimpleGrid>
                <ActionIcon variant="subtle" color="gray" mb={4} aria-label={t('phases.removeHint', { number: line + 1 })} onClick={() => form.removeListItem(`phases.${at}.hints`, line)}><IconTrash size={16} /></ActionIcon>
              </Group>
            ))}
            <Button mt={8} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} disabled={phase.hints.length >= 6} onClick={() => form.insertListItem(`phases.${at}.hints`, { nl: '', en: '' })}>{t('phases.addHint')}</Button>
          </fieldset>
        ))}
        <Button variant="light" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={16} />} disabled={all.length >= 8} onClick={() => form.insertListItem('phases', { key: '', nameNl: '', nameEn: '', hints: [] })}>{t('phases.add')}</Button>
        <ProblemNote error={problem} />
        <Group className={classes.bar}><Button type="submit" loading={sending}>{t('app:save')}</Button></Group>
      </Stack>
    </form>
  );
}
