import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import type { Handed } from '@app/contact/api';
import { HasteMenu } from '@app/contact/Haste';
import { TransferModal } from '@app/contact/TransferModal';
import { useSession, useUser } from '@app/session';
import { Why } from '@app/why/Why';
import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange, IconRoute } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keys } from '../api';
import type { Overflowed } from '../types';
import classes from './Floor.module.css';

interface Props {
  rows: Overflowed[];
  /** Hands one over, if it still waits there: whether it was. */
  onMove: (row: Overflowed, to: Handed) => Promise<boolean>;
}

/** Contacts that waited longer than their queue allows: more haste, another queue or person, why they are here; each opens in the desk. */
export function OverflowList({ rows, onMove }: Props) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const [why, setWhy] = useState<string>();
  const [moved, setMoved] = useState<Overflowed>();
  const { may } = useSession();
  const handles = may('contacts.handle');
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: keys.overflow });
  const now = useNow();
  const brands = new Map(useUser().brands.map((brand) => [brand.id, brand.name]));
  return (
    <>
    <ul className={classes.overflow}>
      {rows.map((row) => (
        <li key={row.contact}>
          <Link to={`/desk/queue-${row.queue}/${row.conversation}`}>
            <div className={classes.subject}>
              <span className={classes.name}>{row.subject}</span>
              <span className={classes.under}>{[brands.get(row.brand), row.queueName].filter(Boolean).join(' · ')}</span>
            </div>
            <span className={classes.late}>{format.span(now - Date.parse(row.waitingSince))}</span>
          </Link>
          {handles && (
            <>
              <HasteMenu contact={row.contact} priority={row.priority} label={t('floor.overflow.priority', { subject: row.subject })} onSettled={again} />
              {may('contacts.assign') && <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('floor.overflow.move', { subject: row.subject })} onClick={() => setMoved(row)}><IconArrowsExchange size={19} stroke={1.6} /></ActionIcon>}
            </>
          )}
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('floor.why', { subject: row.subject })} onClick={() => setWhy(row.contact)}><IconRoute size={19} stroke={1.6} /></ActionIcon>
        </li>
      ))}
    </ul>
    {moved && <TransferModal opened onClose={() => setMoved(undefined)} contact={{ id: moved.contact, queue: moved.queue, medium: moved.medium }} send={(to) => onMove(moved, to)} onDone={again} />}
    <Why opened={why !== undefined} onClose={() => setWhy(undefined)} contact={why ?? ''} />
    </>
  );
}
