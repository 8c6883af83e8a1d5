import { toastDone, toastProblem } from '@app/announce';
import { contactWork, type Acted, type Handed, type Priority } from '@app/contact/api';
import { Haste } from '@app/contact/Haste';
import { NotDone, type Outcome } from '@app/contact/NotDone';
import { TransferModal } from '@app/contact/TransferModal';
import { Button, Checkbox, Group, Menu, Text } from '@mantine/core';
import { IconArrowsExchange, IconFlag3 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing } from '../api';
import type { WaitingRow } from '../types';
import classes from './Line.module.css';

const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

interface Props { queue: string; rows: WaitingRow[]; all: WaitingRow[]; whole: boolean; onChoose: (all: boolean) => void }

/** What one does with those that are chosen, and what came of it for each that somebody else had meanwhile. */
export function Acting({ queue, rows, all, whole, onChoose }: Props) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const [moving, setMoving] = useState<WaitingRow[]>();
  const [outcome, setOutcome] = useState<Outcome>();
  const none = rows.length === 0;
  // it keeps its place and the focus, so that nothing jumps with the first that is chosen or the last that is gone
  const off = none ? { 'data-disabled': true, 'aria-disabled': true } : {};
  const contacts = (which: WaitingRow[]) => which.map((one) => one.row.contact);

  const told = (acted: Acted[], which: WaitingRow[], words: 'raised' | 'moved') => {
    const not = acted.filter((one) => one.outcome !== 'DONE')
      .map((one) => ({ ...one, subject: (which.find(({ row }) => row.contact === one.contact) ?? all.find(({ row }) => row.contact === one.contact))?.row.subject ?? '' }));
    const done = t(`line.${words}`, { count: acted.length - not.length });
    setOutcome(not.length > 0 ? { done, not } : undefined);
    if (not.length === 0) toastDone(done);
    onChoose(false);
    return queries.invalidateQueries({ queryKey: keys.line(queue) });
  };
  const raise = useMutation({
    mutationFn: ({ which, priority }: { which: WaitingRow[]; priority: Priority }) => routing.prioritise(queue, contacts(which), priority),
    onSuccess: (acted, { which }) => void told(acted, which, 'raised'),
    onError: toastProblem,
  });
  const send = async (to: Handed) => {
    const which = moving ?? [];
    void told(await contactWork.transferWaiting(queue, contacts(which), to), which, 'moved');
  };

  return (
    <>
      {outcome && <NotDone outcome={outcome} onClose={() => setOutcome(undefined)} />}
      {all.length > 0 && (
        <Group className={classes.acting} role="group" aria-label={t('line.act')} gap="xs">
          <Checkbox label={t('line.all')} checked={whole} indeterminate={!none && !whole} onChange={(event) => onChoose(event.currentTarget.checked)} />
          <Text size="sm" fw={550} aria-live="polite">{t('line.chosen', { count: rows.length })}</Text>
          <Menu position="bottom-start" withinPortal returnFocus disabled={none}>
            <Menu.Target><Button size="compact-md" variant="default" leftSection={<IconFlag3 size={17} />} loading={raise.isPending} {...off}>{t('line.raise')}</Button></Menu.Target>
            <Menu.Dropdown>
              {priorities.map((one) => (
                <Menu.Item key={one} leftSection={<span aria-hidden="true"><Haste priority={one} /></span>} onClick={() => raise.mutate({ which: rows, priority: one })}>{t(`app:haste.${one}`)}</Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button size="compact-md" variant="default" leftSection={<IconArrowsExchange size={17} />} {...off} onClick={() => { if (!none) setMoving(rows); }}>{t('line.move')}</Button>
        </Group>
      )}
      {moving?.[0] && (
        <TransferModal opened onClose={() => setMoving(undefined)} several={{ count: moving.length, send }}
          contact={{ id: moving[0].row.contact, queue, medium: moving[0].row.medium }} />
      )}
    </>
  );
}
