import { toastProblem, useAnnounce } from '@app/announce';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconFlag, IconFlag3, IconFlagFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys } from './api';
import type { Priority } from './types';

const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

/** A flag on what has more haste than the rest. */
export function Haste({ priority }: { priority: Priority }) {
  const { t } = useTranslation('desk');
  if (priority !== 'URGENT' && priority !== 'HIGH') return null;
  const Icon = priority === 'URGENT' ? IconFlagFilled : IconFlag;
  return <Icon size={15} color={priority === 'URGENT' ? 'var(--late)' : 'var(--soon)'} role="img" aria-label={t(`haste.${priority}`)} />;
}

/** Gives the contact more or less haste; what is promised by rule follows. */
export function HasteMenu({ conversation, contact, priority }: { conversation: string; contact: string; priority: Priority }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const change = useMutation({
    mutationFn: (next: Priority) => desk.prioritise(contact, next),
    onSuccess: (_, next) => announce(t('haste.changed', { priority: t(`haste.${next}`) })),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) }),
  });
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        {priority === 'NORMAL'
          ? <ActionIcon size="lg" variant="subtle" color="gray" loading={change.isPending} aria-label={t('haste.NORMAL')} title={t('haste.NORMAL')}><IconFlag3 size={18} /></ActionIcon>
          : <Button size="compact-md" variant="subtle" color="gray" leftSection={<IconFlag3 size={17} />} loading={change.isPending}>{t(`haste.${priority}`)}</Button>}
      </Menu.Target>
      <Menu.Dropdown aria-label={t('haste.label')}>
        {priorities.map((one) => (
          <Menu.Item key={one} disabled={one === priority} leftSection={<Haste priority={one} />} onClick={() => change.mutate(one)}>{t(`haste.${one}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
