import { toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { useSession } from '@app/session';
import { Box, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys, useDuty } from '../api';
import type { Duty as DutyView, PresenceState } from '../types';
import classes from './Duty.module.css';

const choices: PresenceState[] = ['AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE'];
const media = [['chat', 'chats'], ['mail', 'mails'], ['call', 'calls']] as const;

/** Whether I am available, and how full my hands are. */
export function Duty() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const queries = useQueryClient();
  const presence = useDuty().data?.presence;
  const choose = useMutation({
    mutationFn: desk.presence,
    onSuccess: (now) => queries.setQueryData<DutyView>(keys.duty, (duty) => duty && { ...duty, presence: now }),
    onError: (failure) => toastProblem(Problem.of(failure).message, Problem.of(failure).details.detail),
  });
  if (!presence || !may('contacts.handle')) return null;
  const load = media
    .filter(([, plural]) => presence.capacity[plural] > 0)
    .map(([one, plural]) => t(`load.${one}`, { n: presence.load[one] ?? 0, of: presence.capacity[plural] }));
  return (
    <Menu width={230} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.duty} aria-label={t('presence.change', { now: t(`presence.${presence.state}`) })}>
          <span className={classes.light} data-state={presence.state} />
          <Box flex={1} miw={0}>
            <Text size="sm" fw={550}>{t(`presence.${presence.state}`)}</Text>
            <Text size="xs" c="dimmed" className="numbers">{load.join(' · ')}</Text>
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
  );
}
