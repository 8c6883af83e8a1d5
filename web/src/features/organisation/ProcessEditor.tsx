import { ActionIcon, Button, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Process } from './api';

/** Without an id as long as it is new. */
export type ProcessDraft = Omit<Process, 'id'> & { id?: string };

interface Props {
  processes: ProcessDraft[];
  onChange: (processes: ProcessDraft[]) => void;
  /** What an input of the form gets, by its path. */
  input: (path: string, options?: { type: 'checkbox' }) => object;
}

/** What a department does, in the order in which agents find it. What was stored is archived, never removed. */
export function ProcessEditor({ processes, onChange, input }: Props) {
  const { t, i18n } = useTranslation('organisation');
  const nameOf = (one: ProcessDraft, at: number) => (i18n.language === 'nl' ? one.nameNl : one.nameEn) || t('processes.number', { number: at + 1 });
  const move = (from: number, to: number) => onChange(processes.map((one, at) => (at === from ? processes[to]! : at === to ? processes[from]! : one)));
  return (
    <div>
      <Title order={3} size="h5">{t('processes.title')}</Title>
      <Text size="sm" c="dimmed" mb="xs">{t('processes.help')}</Text>
      <Stack gap="md">
        {processes.map((one, at) => (
          <div key={one.id ?? `new ${at}`} role="group" aria-label={nameOf(one, at)}>
            <Group gap="xs" align="start" wrap="nowrap">
              <TextInput flex={1} miw={0} label={t('nameNl')} {...input(`processes.${at}.nameNl`)} />
              <TextInput flex={1} miw={0} label={t('nameEn')} {...input(`processes.${at}.nameEn`)} />
            </Group>
            <Group gap="xs" mt={6} justify="space-between">
              {one.id
                ? <Switch label={t('archived')} {...input(`processes.${at}.archived`, { type: 'checkbox' })} />
                : <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={() => onChange(processes.filter((_, place) => place !== at))}>{t('processes.remove')}</Button>}
              <Group gap={4}>
                <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={t('processes.up', { name: nameOf(one, at) })} onClick={() => move(at, at - 1)}><IconArrowUp size={16} /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" disabled={at === processes.length - 1} aria-label={t('processes.down', { name: nameOf(one, at) })} onClick={() => move(at, at + 1)}><IconArrowDown size={16} /></ActionIcon>
              </Group>
            </Group>
          </div>
        ))}
      </Stack>
      <Button mt="xs" size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...processes, { nameNl: '', nameEn: '', archived: false }])}>{t('processes.add')}</Button>
    </div>
  );
}
