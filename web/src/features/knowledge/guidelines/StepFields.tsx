import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Content, Step } from '../api';
import classes from '../Knowledge.module.css';

export const emptyStep: Step = { key: '', whatNl: '', whatEn: '', backNl: '', backEn: '', sayNl: '', sayEn: '' };
const parts = ['what', 'back', 'say'] as const;

/** The steps, each with what to do, and if need be why, and words for the customer. */
export function StepFields({ form }: { form: UseFormReturnType<Content & { note: string }> }) {
  const { t } = useTranslation('knowledge');
  const steps = form.values.steps;
  return (
    <Stack gap="sm">
      {steps.map((step, at) => (
        <fieldset key={step.key || at} className={classes.step} aria-label={t('form.step', { number: at + 1 })}>
          <Group justify="space-between" mb={6}>
            <Text fw={650} aria-hidden="true">{t('form.step', { number: at + 1 })}</Text>
            <Group gap={2}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('form.up', { number: at + 1 })} disabled={at === 0} onClick={() => form.reorderListItem('steps', { from: at, to: at - 1 })}><IconArrowUp size={17} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={t('form.down', { number: at + 1 })} disabled={at === steps.length - 1} onClick={() => form.reorderListItem('steps', { from: at, to: at + 1 })}><IconArrowDown size={17} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={t('form.remove', { number: at + 1 })} onClick={() => form.removeListItem('steps', at)}><IconTrash size={17} /></ActionIcon>
            </Group>
          </Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={8}>
            {parts.flatMap((part) => (['Nl', 'En'] as const).map((language) => (
              <Textarea key={part + language} label={t(`form.${part}`, { language: t(`form.in${language}`) })} autosize minRows={1} maxLength={part === 'what' ? 400 : 4000}
                {...form.getInputProps(`steps.${at}.${part}${language}`)} />
            )))}
          </SimpleGrid>
        </fieldset>
      ))}
      {form.errors.steps && <Text size="sm" c="red" role="alert">{form.errors.steps}</Text>}
      <Button variant="light" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={16} />} disabled={steps.length >= 20} onClick={() => form.insertListItem('steps', emptyStep)}>{t('form.addStep')}</Button>
    </Stack>
  );
}
