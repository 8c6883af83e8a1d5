import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useLiveConnection } from '@app/live';
import { useSession, useUser } from '@app/session';
import { Empty, Failed, Loading, Stale } from '@app/states';
import { Anchor, Button, Group, Select, Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle, IconMaximize } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQueues, useServiceLevel, useToday } from '../api';
import { Level } from '../floor/Level';
import { useFloorLive } from '../floor/useFloorLive';
import type { Answers, QueueNow, QueueToday } from '../types';
import classes from './Wallboard.module.css';

/** The queues in figures that can be read across the room: no names of people, no customers, nothing that turns or sounds. */
export default function WallboardPage() {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const now = useNow('second');
  const [search, setSearch] = useSearchParams();
  const brands = useUser().brands;
  const queues = useQueues();
  const today = useToday();
  const level = useServiceLevel().data;
  useLiveConnection(true);
  useFloorLive();
  const brand = search.get('brand');
  const shown = (queues.data ?? []).filter(({ queue }) => !brand || queue.brand === brand);

  return (
    <main className={classes.board} style={{ '--rows': Math.max(shown.length, 1) } as CSSProperties}>
      <header className={classes.top}>
        <h1>{t('wall.title')}</h1>
        {level && shown.length > 0 && <Level answers={brand ? level.brands.find((one) => one.brand === brand)?.answers : level.total} className={classes.level} />}
        <time className={classes.clock}>{format.time(new Date(now).toISOString())}</time>
        <Group gap="xs" wrap="nowrap" className={classes.tools}>
          {brands.length > 1 && (
            <Select size="xs" aria-label={t('wall.brand')} placeholder={t('wall.brand')} clearable value={brand} w={170}
              clearButtonProps={{ 'aria-label': t('app:clear') }}
              data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(chosen) => setSearch(chosen ? { brand: chosen } : {}, { replace: true })} />
          )}
          <Button variant="default" size="xs" className={classes.full} leftSection={<IconMaximize size={16} aria-hidden="true" />} onClick={() => void document.documentElement.requestFullscreen?.()}>{t('wall.full')}</Button>
          <Button component={Link} to="/live" variant="default" size="xs">{t('wall.leave')}</Button>
        </Group>
      </header>
      <Stale />
      {queues.isPending && <Loading />}
      {queues.isError && <Failed error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.isSuccess && shown.length === 0 && <Empty title={t('floor.queues.none')}>{t('floor.queues.noneDetail')}</Empty>}
      {shown.length > 0 && (
        <table className={classes.table}>
          <thead>
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
            {shown.map((one) => (
              <Row key={one.queue.id} now={now} one={one} brand={brand ? undefined : brands.find(({ id }) => id === one.queue.brand)?.name}
                today={today.data?.find(({ queue }) => queue === one.queue.id)} level={level?.queues.find(({ queue }) => queue === one.queue.id)?.answers} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

interface RowProps { one: QueueNow; brand: string | undefined; today: QueueToday | undefined; level: Answers | undefined; now: number }

function Row({ one: { queue, figures }, brand, today, level, now }: RowProps) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  return (
    <tr data-late={figures.overflowed > 0 || undefined}>
      <th scope="row">
        <span className={classes.name}>{queue.name}</span>
        {brand && <span className={classes.small}>{brand}</span>}
      </th>
      <td data-label={t('floor.queues.waiting')} data-none={figures.waiting === 0 || undefined}>{format.number(figures.waiting)}</td>
      <td data-label={t('wall.oldest')} data-none={!figures.oldestAt || undefined}>
        {figures.oldestAt ? format.span(now - Date.parse(figures.oldestAt)) : t('floor.nobody')}
        {figures.overflowed > 0 && <span className={classes.small}>{t('wall.tooLong', { count: figures.overflowed, n: format.number(figures.overflowed) })}</span>}
      </td>
      <td data-label={t('floor.queues.inHand')} data-none={figures.inHand === 0 || undefined}>{format.number(figures.inHand)}</td>
      <Due today={today} name={queue.name} />
      <InTime label={t('floor.queues.now')} answers={level} />
      <InTime label={t('floor.queues.inTime')} answers={today?.answers} />
    </tr>
  );
}

/** What is promised and due within the hour, and what is late; leads to all of it. */
function Due({ today, name }: { today: QueueToday | undefined; name: string }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const { may } = useSession();
  const { dueSoon = 0, late = 0 } = today ?? {};
  const figures = (
    <>
      {today ? format.number(dueSoon) : t('floor.nobody')}
      {late > 0 && <span className={classes.small}>{t('floor.queues.late', { count: late, n: format.number(late) })}</span>}
    </>
  );
  return (
    <td data-label={t('floor.queues.dueSoon')} data-none={dueSoon === 0 || undefined} data-pressing={late > 0 || undefined}>
      {dueSoon + late > 0 && may('contacts.view')
        ? <Anchor component={Link} c="inherit" fz="inherit" lh="inherit" underline="never" to={`/live/promises?queue=${today!.queue}&within=hour`} aria-label={t('floor.queues.dueOf', { queue: name, soon: format.number(dueSoon), late: format.number(late) })}>{figures}</Anchor>
        : figures}
    </td>
  );
}

function InTime({ label, answers }: { label: string; answers: Answers | undefined }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  return (
    <td data-label={label} data-none={!answers?.share || undefined}>
      {answers?.share ? format.hundredths(answers.share.percent) : t('floor.nobody')}
      {answers && <span className={classes.small}>{t('floor.queues.ofDue', { count: answers.n, n: format.number(answers.n) })}</span>}
    </td>
  );
}
