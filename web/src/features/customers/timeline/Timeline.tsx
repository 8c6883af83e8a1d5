import { Filters } from '@app/list/Filters';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Group } from '@mantine/core';
import { IconHistory, IconZoomExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTimeline, type Kind, type Moment } from './api';
import { MomentItem } from './MomentItem';
import classes from './Timeline.module.css';

const needs: [Kind, string[]][] = [
  ['CONTACT', ['contacts.view']],
  ['CASE', ['contacts.view']],
  ['ORDER', ['customers.view']],
  ['PROMISE', ['contacts.view']],
  ['GESTURE', ['contacts.view']],
  ['ANSWER', ['contacts.view', 'follow-ups.view', 'listen.view']],
  ['FOLLOW_UP', ['follow-ups.view']],
  ['STORY', ['customers.view']],
  ['ADDRESS', ['customers.view']],
];

/** One view over everything that happened with a customer. What is chosen stands in the address, so that it can be passed on. */
export function Timeline({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const offered = needs.filter(([, rights]) => rights.some((right) => may(right))).map(([kind]) => kind);
  const kinds = (search.get('kinds') ?? '').split(',').filter((one): one is Kind => offered.some((kind) => kind === one));
  const text = search.get('text') ?? '';
  const set = (name: string, value: string) => setSearch((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  const toggle = (kind: Kind) => set('kinds', (kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]).join(','));
  const shown = useTimeline(customer, kinds, text);
  const narrowed = kinds.length > 0 || text !== '';
  return (
    <section aria-label={t('timeline.title')}>
      <Group gap="xs" mb="md" align="center">
        <div className={classes.search}><SearchField value={text} onChange={(sought) => set('text', sought)} label={t('timeline.search')} /></div>
        <Filters chosen={kinds.length}>
          <Group gap={6} role="group" aria-label={t('timeline.which')}>
            {offered.map((kind) => (
              <Button key={kind} size="compact-sm" variant={kinds.includes(kind) ? 'light' : 'default'} aria-pressed={kinds.includes(kind)} onClick={() => toggle(kind)}>{t(`timeline.kinds.${kind}`)}</Button>
            ))}
          </Group>
        </Filters>
      </Group>
      {shown.isPending && <Loading height={200} />}
      {shown.isError && <Failed error={shown.error} onRetry={() => void shown.refetch()} height={200} />}
      {shown.isSuccess && shown.items.length === 0 && (narrowed
        ? <Empty icon={IconZoomExclamation} height={180} title={t('timeline.noneFound')}>{t('timeline.noneFoundHelp')}</Empty>
        : <Empty icon={IconHistory} height={180} title={t('timeline.none')}>{t('timeline.noneHelp')}</Empty>)}
      {months(shown.items).map(([month, moments]) => <Month key={month} at={moments[0]!.at} moments={moments} customer={customer} />)}
      <More {...shown} />
    </section>
  );
}

function Month({ at, moments, customer }: { at: string; moments: Moment[]; customer: string }) {
  const { i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long', year: 'numeric' }).format(new Date(at));
  return (
    <>
      <h2 className={classes.month}>{name}</h2>
      <ol className={classes.moments}>{moments.map((one) => <MomentItem key={one.id} moment={one} customer={customer} />)}</ol>
    </>
  );
}

function months(moments: Moment[]): [string, Moment[]][] {
  const found = new Map<string, Moment[]>();
  for (const one of moments) {
    const at = new Date(one.at);
    const month = `${at.getFullYear()}-${at.getMonth()}`;
    found.set(month, [...(found.get(month) ?? []), one]);
  }
  return [...found];
}
