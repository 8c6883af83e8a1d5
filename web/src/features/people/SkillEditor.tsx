import { ActionIcon, Group, Input, Rating, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Named } from './api';

interface Props {
  skills: Named[];
  value: Record<string, number>;
  until: Record<string, string>;
  onChange: (value: Record<string, number>, until: Record<string, string>) => void;
}

/** Skills with a level from 1 to 5, each for always or until a day. */
export function SkillEditor({ skills, value, until, onChange }: Props) {
  const { t } = useTranslation('people');
  const has = skills.filter((skill) => value[skill.id] !== undefined);
  const without = <T,>(all: Record<string, T>, skill: string) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== skill));
  const free = skills.filter((skill) => value[skill.id] === undefined);
  return (
    <div role="group" aria-label={t('skills.label')}>
      <Input.Label>{t('skills.label')}</Input.Label>
      {has.length > 0 && <Input.Description mb={6}>{t('skills.untilHelp')}</Input.Description>}
      <Stack gap="xs">
        {has.map((skill) => (
          <Group key={skill.id} justify="space-between" gap={4}>
            <Text size="sm">{skill.name}</Text>
            <Group gap="xs" wrap="nowrap">
              <Rating aria-label={t('skills.level', { skill: skill.name })} getSymbolLabel={(level) => t('skills.levelOf', { level })} value={value[skill.id]!} onChange={(level) => onChange({ ...value, [skill.id]: Math.max(1, level) }, until)} />
              <TextInput type="date" size="xs" w={136} aria-label={t('skills.until', { skill: skill.name })} title={t('skills.untilHelp')} value={until[skill.id] ?? ''}
                onChange={(event) => onChange(value, event.currentTarget.value ? { ...until, [skill.id]: event.currentTarget.value } : without(until, skill.id))} />
              <ActionIcon variant="subtle" color="gray" aria-label={t('skills.remove', { skill: skill.name })}
                onClick={() => onChange(without(value, skill.id), without(until, skill.id))}><IconX size={16} /></ActionIcon>
            </Group>
          </Group>
        ))}
        {free.length > 0 && (
          <Select aria-label={t('skills.add')} placeholder={t('skills.add')} searchable value={null} data={free.map((skill) => ({ value: skill.id, label: skill.name }))}
            onChange={(id) => id && onChange({ ...value, [id]: 3 }, until)} />
        )}
        {skills.length === 0 && <Text size="sm" c="dimmed">{t('skills.none')}</Text>}
      </Stack>
    </div>
  );
}
