import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useLiveConnection } from '@app/live';
import { useUser } from '@app/session';
import { Empty, Failed, Loading, Stale } from '@app/states';
import { Button, Group, Select } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQueues, useServiceLevel, useToday } from '../api';
import { Level } from '../floor/Level';
import { useFloorLive } from '../floor/useFloorLive';
import { WallTable } from './WallTable';
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
    <main className={classes.board}>
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
      {shown.length > 0 && <WallTable queues={shown} brands={brand ? [] : brands} today={today.data} level={level} now={now} />}
    </main>
  );
}
