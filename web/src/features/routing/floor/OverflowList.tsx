import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useUser } from '@app/session';
import { Link } from 'react-router';
import type { Overflowed } from '../types';
import classes from './Floor.module.css';

/** Contacts that waited longer than their queue allows; each opens in the desk, where it can be taken or transferred. */
export function OverflowList({ rows }: { rows: Overflowed[] }) {
  const format = useFormat();
  const now = useNow();
  const brands = new Map(useUser().brands.map((brand) => [brand.id, brand.name]));
  return (
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
        </li>
      ))}
    </ul>
  );
}
