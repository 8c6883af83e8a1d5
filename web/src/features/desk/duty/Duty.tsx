import { toastProblem } from '@app/announce';
import { useSession } from '@app/session';
import { Box, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys, useMe } from '../api';
import { MediumIcon } from '../channel';
import type { PresenceState } from '../types';
import classes from './Duty.module.css';
import { KeptFree } from './KeptFree';
import { OtherWork } from './OtherWork';

const choices: PresenceState[] = ['AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE'];
const media = [['chat', 'chats'], ['mail', 'mails'], ['call', 'calls']] as const;

/** Whether I am available, and how full my hands are. */
export function Duty() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const queries = useQueryClient();
  const me = useMe().data;
  const choose = useMutation({
    mutationFn: desk.presence,
    onSuccess: (now) => queries.setQueryData(keys.me, now),
    onError: toastProblem,
  });
  if (!me || !may('contacts.handle')) return null;
  const shown = media.filter(([one, plural]) => me.capacity[plural] > 0 && (one !== 'call' || me.load.call));
  const load = shown.map(([one, plural]) => t(`load.${one}`, { n: me.load[one] ?? 0, of: me.capacity[plural] })).join(', ');
  return (
    <>
    <KeptFree />
    <OtherWork />
    <Menu width={230} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.duty} aria-label={`${t('presence.change', { now: t(`presence.${me.state}`) })}. ${load}`}>
          <span className={classes.light} data-state={me.state} />
          <Box flex={1} miw={0}>
            <Text size="sm" fw={550}>{t(`presence.${me.state}`)}</Text>
            <span className={classes.load} aria-hidden="true">
              {shown.map(([one, plural]) => (
                <span key={one} data-full={(me.load[one] ?? 0) >= me.capacity[plural] || undefined}>
                  <MediumIcon medium={one} size={14} />
                  {`${me.load[one] ?? 0}/${me.capacity[plural]}`}
                </span>
              ))}
            </span>
          </Box>
          <IconChevronDown size={15} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((state) => (
          <Menu.Item key={state} leftSection={<span className={classes.light} data-state={state} />} onClick={() => choose.mutate(state)}>
            <Text size="sm">{t(`presence.${state}`)}</Text>
            <Text size="xs" c="dimmed">{t(`presenceHelp.${state}`)}</Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
    </>
  );
}
