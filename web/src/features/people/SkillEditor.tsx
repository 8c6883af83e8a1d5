import { ActionIcon, Group, Input, Rating, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Named } from './api';

/** Skills with a level from 1 to 5. */
export function SkillEditor({ skills, value, onChange }: { skills: Named[]; value: Record<string, number>; onChange: (value: Record<string, number>) => void }) {
  const { t } = useTranslation('people');
  const has = skills.filter((skill) => value[skill.id] !== undefined);
  const free = skills.filter((skill) => value[skill.id] === undefined);
  return (
    <div role="group" aria-label={t('skills.label')}>
      <Input.Label>{t('skills.label')}</Input.Label>
      <Stack gap="xs">
        {has.map((skill) => (
          <Group key={skill.id} justify="space-between" wrap="nowrap">
            <Text size="sm">{skill.name}</Text>
            <Group gap="xs" wrap="nowrap">
              <Rating aria-label={t('skills.level', { skill: skill.name })} getSymbolLabel={(level) => t('skills.levelOf', { level })} value={value[skill.id]!} onChange={(level) => onChange({ ...value, [skill.id]: Math.max(1, level) })} />
              <ActionIcon variant="subtle" color="gray" aria-label={t('skills.remove', { skill: skill.name })}
                onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([id]) => id !== skill.id)))}><IconX size={16} /></ActionIcon>
            </Group>
          </Group>
        ))}
        {free.length > 0 && (
          <Select aria-label={t('skills.add')} placeholder={t('skills.add')} searchable value={null} data={free.map((skill) => ({ value: skill.id, label: skill.name }))}
            onChange={(id) => id && onChange({ ...value, [id]: 3 })} />
        )}
        {skills.length === 0 && <Text size="sm" c="dimmed">{t('skills.none')}</Text>}
      </Stack>
    </div>
  );
}
