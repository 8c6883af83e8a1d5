import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useUser } from '@app/session';
import { Why } from '@app/why/Why';
import { ActionIcon } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overflowed } from '../types';
import classes from './Floor.module.css';

/** Contacts that waited longer than their queue allows; each opens in the desk, where it can be taken or transferred. */
export function OverflowList({ rows }: { rows: Overflowed[] }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const [why, setWhy] = useState<string>();
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
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('floor.why', { subject: row.subject })} onClick={() => setWhy(row.contact)}><IconRoute size={19} stroke={1.6} /></ActionIcon>
        </li>
      ))}
    </ul>
    <Why opened={why !== undefined} onClose={() => setWhy(undefined)} contact={why ?? ''} />
    </>
  );
}
