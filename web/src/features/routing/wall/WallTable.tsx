import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { troubleFirst } from '../floor/attention';
import type { Named, QueueNow, QueueToday, ServiceLevel } from '../types';
import { fit } from './fit';
import { useRoom } from './useRoom';
import classes from './Wallboard.module.css';
import { WallRow } from './WallRow';

interface Props { queues: QueueNow[]; brands: Named[]; today: QueueToday[] | undefined; level: ServiceLevel | undefined; now: number }

/** What needs somebody stands first, and nothing falls off the screen unsaid; only a phone is scrolled. */
export function WallTable({ queues, brands, today, level, now }: Props) {
  const { t } = useTranslation('routing');
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { field, head, room } = useRoom();
  const { rows, row, more, quiet } = phone || room === 0 ? { rows: troubleFirst(queues, today), row: 0, more: 0, quiet: 0 } : fit(queues, today, room);

  return (
    <div ref={field} className={classes.field}>
      <table className={classes.table} data-dense={(row > 0 && row < 100) || undefined} style={row > 0 ? { '--room': `${row}px` } as CSSProperties : undefined}>
        <thead ref={head}>
          <tr>
            <th scope="col">{t('floor.queues.queue')}</th>
            <th scope="col">{t('floor.queues.waiting')}</th>
            <th scope="col">{t('wall.oldest')}</th>
            <th scope="col">{t('floor.queues.inHand')}</th>
            <th scope="col">
              {t('floor.queues.dueSoon')}{'\u00a0'}
              <Tooltip label={t('wall.dueHelp')} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
                <UnstyledButton className={classes.definition} aria-label={t('app:figure.definition', { definition: t('wall.dueHelp') })}><IconInfoCircle size={18} stroke={1.7} /></UnstyledButton>
              </Tooltip>
            </th>
            <th scope="col">{t('floor.queues.now')}</th>
            <th scope="col">{t('floor.queues.inTime')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <WallRow key={one.queue.id} now={now} one={one} brand={brands.find(({ id }) => id === one.queue.brand)?.name}
              today={today?.find(({ queue }) => queue === one.queue.id)} level={level?.queues.find(({ queue }) => queue === one.queue.id)?.answers} />
          ))}
        </tbody>
        {more + quiet > 0 && (
          <tfoot>
            <tr>
              <td colSpan={7}>{[more > 0 && t('wall.more', { count: more }), quiet > 0 && t('wall.quiet', { count: quiet })].filter(Boolean).join(' · ')}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
