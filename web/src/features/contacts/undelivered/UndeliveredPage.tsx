import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Box, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { troubles, useUndelivered, useUndeliveredLive, type Trouble } from '../api';
import { UndeliveredItem } from './UndeliveredItem';
import classes from './Undelivered.module.css';

const isTrouble = (value: string | null): value is Trouble => troubles.some((one) => one === value);

/** What did not reach the customer, with why, the next try, and what one can do. */
export default function UndeliveredPage() {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const chosen = params.get('trouble');
  const trouble = isTrouble(chosen) ? chosen : undefined;
  const all = may('outbox.view');
  const mine = !all || params.get('mine') === 'yes';
  const list = useUndelivered({ trouble, search: search || undefined, mine: mine || undefined });
  useUndeliveredLive();
  const set = (name: string, value: string | undefined) => setParams((old) => {
    const next = new URLSearchParams(old);
    if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  return (
    <>
      <PageHead title={t('place')} lead={t(mine ? 'explainMine' : 'explain')} />
      <Stack gap="md">
        <Group>
          <Box w={{ base: '100%', xs: 320 }}>
            <SearchField value={search} onChange={(value) => set('search', value || undefined)} label={t('search')} />
          </Box>
          <Select aria-label={t('which')} allowDeselect={false} value={trouble ?? 'open'} onChange={(value) => set('trouble', value === 'open' ? undefined : value ?? undefined)}
            data={['open', ...troubles].map((value) => ({ value, label: t(`trouble.${value}`) }))} />
          {all && may('contacts.handle') && (
            <SegmentedControl aria-label={t('whose')} value={mine ? 'yes' : 'no'} onChange={(value) => set('mine', value === 'yes' ? 'yes' : undefined)}
              data={[{ value: 'no', label: t('everyones') }, { value: 'yes', label: t('mine') }]} />
          )}
        </Group>
        {list.isPending && <Loading />}
        {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && (search
          ? <Empty title={t('noneFound', { search })}>{t('noneFoundAbout')}</Empty>
          : <Empty icon={IconMailCheck} title={t(`none.${trouble ?? 'open'}`)}>{t('noneAbout')}</Empty>)}
        <ul className={classes.rows}>{list.items.map((item) => <UndeliveredItem key={item.message} item={item} />)}</ul>
        <More {...list} />
      </Stack>
    </>
  );
}
