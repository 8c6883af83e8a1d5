import { useNow } from '@app/clock';
import { useUser } from '@app/session';
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentNow, QueueNow, QueueToday, ServiceLevel } from '../types';
import classes from './Floor.module.css';
import { QueueRow } from './QueueRow';

/** Queues in which nothing goes on, behind one line of the table. */
export interface Folded { queues: QueueNow[]; open: boolean; toggle: () => void }

interface Props { queues: QueueNow[]; folded?: Folded | undefined; agents: AgentNow[]; today: QueueToday[] | undefined; level: ServiceLevel | undefined }

/** One row per queue, in the order given; what is folded comes last. */
export function QueueTable({ queues, folded, agents, today, level }: Props) {
  const { t } = useTranslation('routing');
  const now = useNow('second');
  const id = useId();
  const brands = new Map(useUser().brands.map((brand) => [brand.id, brand.name]));
  const row = (one: QueueNow) => (
    <QueueRow key={one.queue.id} one={one} now={now} agents={agents} brand={brands.get(one.queue.brand)}
      day={today?.find((day) => day.queue === one.queue.id)} level={level?.queues.find(({ queue }) => queue === one.queue.id)?.answers} />
  );

  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('floor.queues.queue')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.waiting')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.oldest')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.overflow')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.inHand')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.available')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.now')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.inTime')}</th>
          <th scope="col" className={classes.number}>{t('floor.queues.dueSoon')}</th>
        </tr>
      </thead>
      <tbody>{queues.map(row)}</tbody>
      {folded && (
        <tbody>
          <tr>
            <td colSpan={9} className={classes.wide}>
              <UnstyledButton className={classes.fold} aria-expanded={folded.open} aria-controls={folded.open ? id : undefined} onClick={folded.toggle}>
                {folded.open ? <IconChevronDown size={18} stroke={1.7} aria-hidden="true" /> : <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />}
                {t('floor.queues.quiet', { count: folded.queues.length })}
              </UnstyledButton>
            </td>
          </tr>
        </tbody>
      )}
      {folded?.open && <tbody id={id}>{folded.queues.map(row)}</tbody>}
    </table>
  );
}
