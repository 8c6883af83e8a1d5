import { useNow } from '@app/clock';
import { Haste } from '@app/contact/Haste';
import { useFormat } from '@app/format';
import { useZone } from '@app/session';
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WaitingRow } from '../types';
import classes from './Line.module.css';

interface Props { queue: string; one: WaitingRow; chosen: boolean; acts: boolean; onChoose: (on: boolean) => void; onWhy: () => void }

/** One of what waits: its place, who waits for what and how long, what was promised, and whom it is for. */
export function LineRow({ queue, one, chosen, acts, onChoose, onWhy }: Props) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const there = useFormat(useZone(one.row.brand));
  const now = useNow();
  const { row, place, since, overflowedAt, asked, keptFor, keptUntil } = one;
  const late = row.late || (row.dueAt !== undefined && Date.parse(row.dueAt) < now);
  return (
    <li className={classes.row} value={place}>
      {acts && <Checkbox aria-label={t('line.choose', { subject: row.subject })} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />}
      <span className={classes.place} aria-hidden="true">{format.number(place)}</span>
      <Link className={classes.link} to={`/desk/queue-${queue}/${row.conversation}`}>
        <span className={classes.subject}><Haste priority={row.priority} /> {row.subject}</span>
        <span className={classes.under}>{[row.customerName ?? t('line.unknown'), t('line.case', { number: row.caseNumber }), t(`medium.${row.medium}`)].join(' · ')}</span>
        {(asked || keptFor) && (
          <span className={classes.under}>
            {asked ? t('line.asked', { name: asked.name }) : keptUntil ? t('line.keptUntil', { name: keptFor!.name, time: format.moment(keptUntil) }) : t('line.kept', { name: keptFor!.name })}
          </span>
        )}
        <span className={classes.times}>
          <span className={overflowedAt ? classes.late : undefined}>{t('line.waits', { span: format.span(now - Date.parse(since)) })}</span>
          {row.dueAt && <span className={late ? classes.late : undefined}>{t(late ? 'line.late' : 'line.due', { time: there.moment(row.dueAt) })}</span>}
        </span>
      </Link>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('floor.why', { subject: row.subject })} onClick={onWhy}><IconRoute size={19} stroke={1.6} /></ActionIcon>
    </li>
  );
}
