import { toastProblem, useAnnounce } from '../announce';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconFlag, IconFlag3, IconFlagFilled } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contactWork, type Priority } from './api';

const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

/** A flag on what has more haste than the rest. */
export function Haste({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  if (priority !== 'URGENT' && priority !== 'HIGH') return null;
  const Icon = priority === 'URGENT' ? IconFlagFilled : IconFlag;
  return <Icon size={15} color={priority === 'URGENT' ? 'var(--late)' : 'var(--soon)'} role="img" aria-label={t(`haste.${priority}`)} />;
}

interface Props {
  contact: string;
  priority: Priority;
  /** Of what it is, where that is not clear from its place: then it is a flag only. */
  label?: string;
  onSettled: () => unknown;
}

/** Gives the contact more or less haste; what is promised by rule follows. */
export function HasteMenu({ contact, priority, label, onSettled }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const flagged = priority === 'URGENT' || priority === 'HIGH';
  const change = useMutation({
    mutationFn: (next: Priority) => contactWork.prioritise(contact, next),
    onSuccess: (_, next) => announce(t('haste.changed', { priority: t(`haste.${next}`) })),
    onError: toastProblem,
    onSettled,
  });
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        {label || priority === 'NORMAL'
          ? <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label ?? t('haste.NORMAL')} title={t(`haste.${priority}`)} loading={change.isPending}>{flagged ? <Haste priority={priority} /> : <IconFlag3 size={19} stroke={1.6} />}</ActionIcon>
          : <Button size="compact-md" variant="subtle" color="gray" leftSection={<IconFlag3 size={17} />} loading={change.isPending}>{t(`haste.${priority}`)}</Button>}
      </Menu.Target>
      <Menu.Dropdown aria-label={t('haste.label')}>
        {priorities.map((one) => (
          <Menu.Item key={one} disabled={one === priority} leftSection={<span aria-hidden="true"><Haste priority={one} /></span>} onClick={() => change.mutate(one)}>{t(`haste.${one}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
