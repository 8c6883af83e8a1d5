import { ActionIcon, Button, Group, Input, Stack, Switch, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './api';

type Choice = Draft['choices'][number];
interface Props {
  choices: Choice[];
  error?: string;
  input: (path: string, options?: { type: 'checkbox' }) => object;
  onChange: (choices: Choice[]) => void;
}

/** What one can choose from. What was stored is archived and never removed: it may have been chosen. */
export function ChoicesEditor({ choices, error, input, onChange }: Props) {
  const { t, i18n } = useTranslation('organisation');
  const swap = (at: number, to: number) => onChange(choices.map((one, place) => (place === at ? choices[to]! : place === to ? choices[at]! : one)));
  return (
    <Input.Wrapper label={t('fields.choices')} error={error} labelElement="div">
      <Stack gap="sm" mt={4}>
        {choices.map((one, at) => {
          const name = (i18n.language === 'nl' ? one.nameNl : one.nameEn) || t('fields.choiceNumber', { number: at + 1 });
          return (
            <div key={one.id ?? `new ${at}`} role="group" aria-label={name}>
              <Group gap="xs" align="start" wrap="nowrap">
                <TextInput flex={1} miw={0} size="sm" label={t('fields.nameNl')} {...input(`choices.${at}.nameNl`)} />
                <TextInput flex={1} miw={0} size="sm" label={t('fields.nameEn')} {...input(`choices.${at}.nameEn`)} />
              </Group>
              <Group gap="xs" mt={4} justify="space-between">
                {one.id
                  ? <Switch size="sm" label={t('fields.choiceArchived')} {...input(`choices.${at}.archived`, { type: 'checkbox' })} />
                  : <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={() => onChange(choices.filter((_, place) => place !== at))}>{t('fields.removeChoice')}</Button>}
                <Group gap={4}>
                  <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={t('fields.up', { name })} onClick={() => swap(at, at - 1)}><IconArrowUp size={16} /></ActionIcon>
                  <ActionIcon variant="subtle" color="gray" disabled={at === choices.length - 1} aria-label={t('fields.down', { name })} onClick={() => swap(at, at + 1)}><IconArrowDown size={16} /></ActionIcon>
                </Group>
              </Group>
            </div>
          );
        })}
        <Button style={{ alignSelf: 'flex-start' }} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => onChange([...choices, { nameNl: '', nameEn: '', archived: false }])}>{t('fields.addChoice')}</Button>
      </Stack>
    </Input.Wrapper>
  );
}
