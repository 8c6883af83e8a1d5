import { TransferModal } from '@app/contact/TransferModal';
import { Haste } from '@app/contact/Haste';
import { toastProblem } from '@app/announce';
import { ActionIcon, Button, Checkbox, Group, Menu, Text } from '@mantine/core';
import { IconArrowsExchange, IconCircleCheck, IconFlag3, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from '../api';
import type { Priority, Row } from '../types';
import { bulk, useBulkNow, wholeOf, type What, type Work } from './api';
import classes from './Bulk.module.css';
import { EndingWindow } from './EndingWindow';
import { Looked } from './Looked';
import type { Choosing } from './useChoosing';

const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

interface Props {
  choosing: Choosing;
  rows: Row[];
  /** There are more than those. */
  more: boolean;
  filter: ListFilter;
}

/** How many are ticked, and what one can do with them. Nothing is done before one saw what it will reach. */
export function BulkBar({ choosing, rows, more, filter }: Props) {
  const { t } = useTranslation('desk');
  const { again } = useBulkNow();
  const [asking, setAsking] = useState<'transfer' | 'wrapUp'>();
  const [looked, setLooked] = useState<Work>();
  const { marked, whole, chosen, loaded, everything, end } = choosing;
  const ticked = rows.filter((row) => chosen(row.conversation));
  const first = ticked[0];
  const list = wholeOf(filter);
  const look = (what: What) => bulk.prepare(whole && list ? { ...list, except: [...marked] } : { conversations: [...marked] }, what).then((work) => {
    setAsking(undefined);
    setLooked(work);
  });
  const haste = useMutation({ mutationFn: (priority: Priority) => look({ priority }), onError: toastProblem });
  const words = !whole ? t('bulk.chosen', { count: marked.size }) : marked.size === 0 ? t('bulk.everything') : t('bulk.everythingBut', { count: marked.size });
  const none = whole ? !first : marked.size === 0;
  const allLoaded = rows.length > 0 && ticked.length === rows.length;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bulk.bar')}>
      <Group justify="space-between" wrap="nowrap">
        <Checkbox checked={allLoaded} indeterminate={!allLoaded && ticked.length > 0} onChange={() => loaded(!allLoaded)} aria-label={t('bulk.loaded')}
          label={<span role="status">{words}</span>} />
        <ActionIcon variant="subtle" color="gray" aria-label={t('bulk.end')} onClick={end}><IconX size={18} /></ActionIcon>
      </Group>
      {list && more && !whole && allLoaded && <Button size="compact-sm" variant="subtle" justify="start" onClick={everything}>{t('bulk.all')}</Button>}
      <Group gap={6}>
        <Button size="compact-sm" variant="default" disabled={none || !first} leftSection={<IconArrowsExchange size={15} />} onClick={() => setAsking('transfer')}>{t('app:transfer.submit')}</Button>
        <Menu position="bottom-start">
          <Menu.Target><Button size="compact-sm" variant="default" disabled={none} loading={haste.isPending} leftSection={<IconFlag3 size={15} />}>{t('app:haste.label')}</Button></Menu.Target>
          <Menu.Dropdown aria-label={t('app:haste.label')}>
            {priorities.map((one) => <Menu.Item key={one} leftSection={<span aria-hidden="true"><Haste priority={one} /></span>} onClick={() => haste.mutate(one)}>{t(`app:haste.${one}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" variant="default" disabled={none || !first} leftSection={<IconCircleCheck size={15} />} onClick={() => setAsking('wrapUp')}>{t('wrapUp.open')}</Button>
      </Group>
      {none && <Text size="xs" c="dimmed">{t('bulk.help')}</Text>}
      {asking === 'transfer' && first && (
        <TransferModal opened onClose={() => setAsking(undefined)} contact={{ id: first.contact, medium: first.medium }} title={words} several={{ count: marked.size, send: (to) => look({ transfer: to }) }} />
      )}
      {asking === 'wrapUp' && first && <EndingWindow title={words} rows={ticked} onClose={() => setAsking(undefined)} onLook={look} />}
      {looked && <Looked work={looked} onClose={() => setLooked(undefined)} onStarted={() => { setLooked(undefined); end(); void again(); }} />}
    </div>
  );
}
