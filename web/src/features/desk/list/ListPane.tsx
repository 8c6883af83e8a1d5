import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useShortcuts } from '@app/keys';
import { Empty, Failed, Loading } from '@app/states';
import { useSession } from '@app/session';
import { ActionIcon, Button, Group, Select, Title } from '@mantine/core';
import { IconCircleArrowDown, IconCoffee, IconListCheck, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueues, useRows } from '../api';
import { BulkBar } from '../bulk/BulkBar';
import { BulkNow } from '../bulk/BulkNow';
import { useChoosing } from '../bulk/useChoosing';
import { Held } from './Held';
import { useTakeNext } from '../duty/useTakeNext';
import { Duty } from '../duty/Duty';
import { useDeskPlace, viewList, views } from '../places';
import { useViews } from '../views/api';
import { ViewMenu } from '../views/ViewMenu';
import classes from './List.module.css';
import { AlsoFound } from './AlsoFound';
import { RowLink } from './RowLink';
import { SearchFilters } from './SearchFilters';

/** The list someone works from. */
export function ListPane({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const { list, conversation, filter, search, setSearch, address, open } = useDeskPlace();
  const rows = useRows(filter);
  const queues = useQueues().data ?? [];
  const saved = useViews().data ?? [];
  const view = saved.find((one) => one.id === filter.saved);
  const { takeNext, taking } = useTakeNext(filter.queue);
  const go = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const title = filter.saved ? view?.name ?? t('views.one') : filter.queue ? queues.find((one) => one.id === filter.queue)?.name ?? t('queue') : t(`view.${list}`, { defaultValue: t('view.mine') });
  const choosing = useChoosing(`${list} ${search}`, rows.items);
  const mayChoose = may('contacts.handle') && (search !== '' || list !== 'closed');

  const step = (by: number) => {
    const at = rows.items.findIndex((row) => row.conversation === conversation);
    const next = rows.items[at < 0 ? (by > 0 ? 0 : rows.items.length - 1) : at + by];
    if (next) {
      open(next.conversation);
      pane.current?.querySelector(`[data-row="${next.conversation}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  useShortcuts([
    { keys: 'j', label: t('key.next'), run: () => step(1) },
    { keys: 'k', label: t('key.previous'), run: () => step(-1) },
    { keys: '/', label: t('key.search'), run: () => field.current?.focus() },
    ...(may('contacts.handle') ? [{ keys: 'x', label: t('takeNext'), run: takeNext }] : []),
    ...(mayChoose ? [{ keys: 's', label: t('bulk.key'), run: () => (conversation && rows.items.some((row) => row.conversation === conversation) ? choosing.toggle(conversation) : choosing.begin()) }] : []),
  ]);

  return (
    <section className={classes.pane} aria-label={title} ref={pane}>
      <div className={classes.head}>
        {narrow && may('contacts.handle') && <Duty />}
        <Group justify="space-between" wrap="nowrap">
          {narrow
            ? (
              <Select flex={1} size="md" variant="unstyled" allowDeselect={false} aria-label={t('lists')} value={list} styles={{ input: { fontWeight: 650, fontSize: '1.25rem' } }}
                onChange={(value) => void go(`/desk/${value}`)}
                data={[
                  { group: t('lists'), items: views.map(({ path }) => ({ value: path, label: t(`view.${path}`) })) },
                  ...(saved.length > 0 ? [{ group: t('views.place'), items: saved.map((one) => ({ value: viewList(one.id), label: one.name })) }] : []),
                  { group: t('queues'), items: queues.map((one) => ({ value: `queue-${one.id}`, label: one.name })) },
                ]} />
            )
            : <Title order={1} size="h2">{title}</Title>}
          <Group gap={4} wrap="nowrap">
            {mayChoose && rows.items.length > 0 && !choosing.on && (
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('bulk.begin')} title={t('bulk.begin')} onClick={choosing.begin}><IconListCheck size={19} stroke={1.6} /></ActionIcon>
            )}
            {view && <ViewMenu view={view} />}
            {may('contacts.handle') && (
              <Button size="compact-md" variant="light" loading={taking} leftSection={<IconCircleArrowDown size={17} />} onClick={takeNext}>{t('takeNext')}</Button>
            )}
          </Group>
        </Group>
        <SearchField value={search} onChange={setSearch} label={t('search.label')} inputRef={field} />
        {search && <SearchFilters />}
      </div>
      {choosing.on && <BulkBar choosing={choosing} rows={rows.items} more={rows.hasNextPage} filter={filter} />}
      <BulkNow />
      {!search && list === 'mine' && <Held />}
      <div className={classes.scroll}>
        {search && <AlsoFound text={search} />}
        {search && rows.meant && <p className={classes.meant} role="status">{t('search.meant', { search, meant: rows.meant })}</p>}
        {rows.isPending && <Loading />}
        {rows.isError && <Failed error={rows.error} onRetry={() => void rows.refetch()} />}
        {rows.isSuccess && rows.items.length === 0 && <Nothing list={filter.queue ? 'queue' : filter.saved ? 'saved' : list} search={search} />}
        <ul className={classes.rows}>
          {rows.items.map((row) => (
            <RowLink key={row.conversation} row={row} to={address(row.conversation)} current={row.conversation === conversation}
              chosen={choosing.on ? choosing.chosen(row.conversation) : undefined} onChoose={choosing.toggle} />
          ))}
        </ul>
        <More {...rows} />
      </div>
    </section>
  );
}

function Nothing({ list, search }: { list: string; search: string }) {
  const { t } = useTranslation('desk');
  if (search) return <Empty icon={IconSearch} title={t('search.nothing', { search })}>{t('search.hint')}</Empty>;
  return <Empty icon={IconCoffee} title={t(`empty.${list}.title`)}>{t(`empty.${list}.detail`)}</Empty>;
}
