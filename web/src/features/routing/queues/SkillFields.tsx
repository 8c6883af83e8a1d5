import { ActionIcon, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../types';
import classes from './Queues.module.css';

interface Props { label: string; help: string; known: Named[]; skills: Record<string, number>; error?: ReactNode; onChange: (skills: Record<string, number>) => void }

const levels = ['1', '2', '3', '4', '5'];

/** The skills someone needs for a queue, each with the lowest level that will do. */
export function SkillFields({ label, help, known, skills, error, onChange }: Props) {
  const { t } = useTranslation('routing');
  const name = (id: string) => known.find((skill) => skill.id === id)?.name ?? id;
  const free = known.filter((skill) => !(skill.id in skills));
  const without = (id: string) => Object.fromEntries(Object.entries(skills).filter(([skill]) => skill !== id));
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <div>
        <Text size="sm" fw={500}>{label}</Text>
        <Text size="xs" c="dimmed">{help}</Text>
      </div>
      {Object.entries(skills).map(([skill, level]) => (
        <div key={skill} className={classes.skill}>
          <Text pb={6}>{name(skill)}</Text>
          <Select aria-label={t('queues.levelOf', { skill: name(skill) })} allowDeselect={false} value={String(level)}
            data={levels.map((each) => ({ value: each, label: t('queues.level', { level: each }) }))}
            onChange={(chosen) => onChange({ ...skills, [skill]: Number(chosen) })} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('queues.removeSkill', { skill: name(skill) })} onClick={() => onChange(without(skill))}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {known.length === 0 && <Text size="sm" c="dimmed">{t('queues.noSkills')}</Text>}
      {free.length > 0 && (
        <Select key={Object.keys(skills).length} placeholder={t('queues.addSkill')} aria-label={t('queues.addSkill')} searchable value={null}
          data={free.map((skill) => ({ value: skill.id, label: skill.name }))}
          onChange={(chosen) => { if (chosen) onChange({ ...skills, [chosen]: 1 }); }} />
      )}
      {error && <Text size="xs" c="var(--late)" role="alert">{error}</Text>}
    </Stack>
  );
}
