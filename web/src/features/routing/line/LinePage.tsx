import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { SearchField } from '@app/list/SearchField';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Why } from '@app/why/Why';
import { IconMoodCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useLine, useQueues } from '../api';
import type { WaitingRow } from '../types';
import { Acting } from './Acting';
import classes from './Line.module.css';
import { LineRow } from './LineRow';
import { useLineLive } from './useLineLive';

/** How many one can act on at once. */
const most = 100;

/** Everything that waits in one queue, as it is its turn: to find one of them, and to act on one or on several. */
export default function LinePage() {
  const { t } = useTranslation('routing');
  const { queue: id = '' } = useParams();
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const queue = useQueues().data?.find((one) => one.queue.id === id);
  const line = useLine(id, search || undefined);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState<string>();
  useLineLive(id);
  const acts = may('contacts.assign') && may('contacts.handle');
  const rows = line.items.filter((one) => chosen.has(one.row.contact)).slice(0, most);
  const whole = line.items.length > 0 && rows.length === Math.min(line.items.length, most);
  const choose = (contact: string, on: boolean) => setChosen((before) => {
    const next = new Set(before);
    if (on) next.add(contact);
    else next.delete(contact);
    return next;
  });

  return (
    <>
      <PageHead title={queue?.queue.name ?? t('line.title')} lead={t('line.lead')} up={{ to: '/live', label: t('floor.place') }} />
      <div className={classes.search}><SearchField value={search} label={t('line.search')} onChange={(q) => setParams(q ? { q } : {}, { replace: true })} /></div>
      {acts && (
        <Acting queue={id} rows={rows} all={line.items} whole={whole}
          onChoose={(all) => setChosen(new Set(all ? line.items.slice(0, most).map((one) => one.row.contact) : []))} />
      )}
      {line.isPending && <Loading />}
      {line.isError && !line.data && <Failed error={line.error} onRetry={() => void line.refetch()} />}
      {line.isSuccess && line.items.length === 0 && (
        <Empty icon={IconMoodCheck} title={search ? t('line.noneFound') : t('line.none')}>{search ? t('line.noneFoundDetail') : t('line.noneDetail')}</Empty>
      )}
      {line.items.length > 0 && (
        <ol className={classes.line} aria-label={t('line.title')}>
          {line.items.map((one: WaitingRow) => (
            <LineRow key={one.row.contact} queue={id} one={one} chosen={chosen.has(one.row.contact)} acts={acts}
              onChoose={(on) => choose(one.row.contact, on)} onWhy={() => setWhy(one.row.contact)} />
          ))}
        </ol>
      )}
      <More {...line} />
      <Why opened={why !== undefined} onClose={() => setWhy(undefined)} contact={why ?? ''} />
    </>
  );
}
