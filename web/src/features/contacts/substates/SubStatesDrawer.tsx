import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { ActionIcon, Button, Group, NumberInput, Stack, Switch, TextInput, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { states, storeSubStates, type State, type SubState, type SubStates } from './api';

interface Props { brand: string; opened: SubStates; theirs?: () => void; onClose: () => void }

/** All sub-states of a brand in one form; what was stored is archived, never removed. */
export function SubStatesDrawer({ brand, opened, theirs, onClose }: Props) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const server = useServerForm({ initialValues: { subStates: opened.subStates } }, async ({ subStates }) => {
    await storeSubStates(brand, { subStates: subStates.map((one) => ({ ...one, comesBackDays: one.comesBackDays || undefined })), version: opened.version });
    await queries.invalidateQueries({ queryKey: ['sub-states'] });
    toastDone(t('app:saved'));
    onClose();
  });
  const { form } = server;
  const all = form.values.subStates;
  const first = states.flatMap((state) => all.filter((one) => one.state === state))[0];
  const set = (subStates: SubState[]) => form.setFieldValue('subStates', subStates);
  return (
    <FormDrawer opened title={t('subStates.change')} onClose={onClose} server={server} theirs={theirs} size="lg">
      {states.map((state) => (
        <section key={state} aria-label={t(`subStates.state.${state}`)}>
          <Title order={3} size="h5" mb="xs">{t(`subStates.state.${state}`)}</Title>
          <Stack gap="md">
            {all.map((one, at) => one.state === state && (
              <Row key={one.id ?? `new ${at}`} one={one} at={at} first={one === first} input={(path, options) => form.getInputProps(`subStates.${at}.${path}`, options)}
                before={all.findLastIndex((other, place) => place < at && other.state === state)} after={all.findIndex((other, place) => place > at && other.state === state)}
                onSwap={(to) => set(all.map((other, place) => (place === at ? all[to]! : place === to ? one : other)))} onRemove={() => set(all.filter((_, place) => place !== at))} />
            ))}
          </Stack>
          <Button mt="xs" size="compact-sm" data-autofocus={(!first && state === states[0]) || undefined} variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => set([...all, fresh(state)])}>{t('subStates.add')}</Button>
        </section>
      ))}
    </FormDrawer>
  );
}

const fresh = (state: State): SubState => ({ state, nameNl: '', nameEn: '', archived: false });

interface RowProps {
  one: SubState;
  at: number;
  /** Where one begins. */
  first: boolean;
  input: (path: string, options?: { type: 'checkbox' }) => object;
  /** Its neighbours of the same state; -1 for none. */
  before: number;
  after: number;
  onSwap: (to: number) => void;
  onRemove: () => void;
}

function Row({ one, at, first, input, before, after, onSwap, onRemove }: RowProps) {
  const { t, i18n } = useTranslation('contacts');
  const name = (i18n.language === 'nl' ? one.nameNl : one.nameEn) || t('subStates.number', { number: at + 1 });
  return (
    <div role="group" aria-label={name}>
      <Group gap="xs" align="start" wrap="nowrap">
        <TextInput flex={1} miw={0} data-autofocus={first || undefined} label={t('subStates.nameNl')} {...input('nameNl')} />
        <TextInput flex={1} miw={0} label={t('subStates.nameEn')} {...input('nameEn')} />
      </Group>
      {one.state === 'OPEN' && <NumberInput mt={6} label={t('subStates.days')} description={t('subStates.daysHelp')} min={1} max={365} {...input('comesBackDays')} />}
      <Group gap="xs" mt={6} justify="space-between">
        {one.id
          ? <Switch label={t('subStates.archived')} {...input('archived', { type: 'checkbox' })} />
          : <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={onRemove}>{t('subStates.remove')}</Button>}
        <Group gap={4}>
          <ActionIcon variant="subtle" color="gray" disabled={before < 0} aria-label={t('subStates.up', { name })} onClick={() => onSwap(before)}><IconArrowUp size={16} /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" disabled={after < 0} aria-label={t('subStates.down', { name })} onClick={() => onSwap(after)}><IconArrowDown size={16} /></ActionIcon>
        </Group>
      </Group>
    </div>
  );
}
