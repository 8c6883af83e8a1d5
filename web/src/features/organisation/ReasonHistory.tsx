import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { Empty, Failed, Loading } from '@app/states';
import { Drawer, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReasonChanges, type ReasonAs, type ReasonChange } from './api';
import classes from './List.module.css';

/** What was changed in the reasons, by whom and when. What was registered keeps the words of its day. */
export function ReasonHistory({ brand, onClose }: { brand: string; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const list = useReasonChanges(brand);
  return (
    <Drawer opened onClose={onClose} title={t('reasons.history')} position="right" size="lg" closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Text size="sm" c="dimmed" mb="md">{t('reasons.historyHelp')}</Text>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : list.items.length === 0 ? <Empty title={t('reasons.noChanges')} height={160}>{null}</Empty> : (
        <ol className={classes.list}>{list.items.map((one) => <Change key={`${one.reason} ${one.at}`} change={one} />)}</ol>
      )}
      <More {...list} />
    </Drawer>
  );
}

function Change({ change: { at, by, was, now } }: { change: ReasonChange }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const says = useSays();
  return (
    <li style={{ padding: '10px 16px' }}>
      <Text size="sm" c="dimmed">{by ? t('reasons.by', { at: format.moment(at), by }) : t('reasons.before')}</Text>
      {says(was, now).map((line) => <Text key={line} style={{ overflowWrap: 'anywhere' }}>{line}</Text>)}
    </li>
  );
}

/** A change in words, one line for each thing that became different. */
function useSays() {
  const { t, i18n } = useTranslation('organisation');
  const dutch = i18n.language === 'nl';
  const name = (one: ReasonAs) => (dutch ? one.nameNl : one.nameEn);
  const above = (one: ReasonAs) => (dutch ? one.parentNl : one.parentEn) ?? t('reasons.top');
  return (was: ReasonAs | undefined, now: ReasonAs): string[] => {
    if (!was) return [t('reasons.changes.added', { name: name(now), parent: above(now) })];
    const lines = [
      was.nameNl !== now.nameNl && t('reasons.changes.renamedNl', { was: was.nameNl, now: now.nameNl }),
      was.nameEn !== now.nameEn && t('reasons.changes.renamedEn', { was: was.nameEn, now: now.nameEn }),
      above(was) !== above(now) && t('reasons.changes.moved', { name: name(now), was: above(was), now: above(now) }),
      was.position !== now.position && t('reasons.changes.ordered', { name: name(now), was: was.position, now: now.position }),
      was.startsAs !== now.startsAs && (now.startsAs ? t('reasons.changes.begins', { name: name(now), priority: t(`reasons.priorities.${now.startsAs}`) }) : t('reasons.changes.beginsAsAbove', { name: name(now) })),
      was.offeredToCustomers !== now.offeredToCustomers && t(now.offeredToCustomers ? 'reasons.changes.offered' : 'reasons.changes.notOffered', { name: name(now) }),
      was.archived !== now.archived && t(now.archived ? 'reasons.changes.archived' : 'reasons.changes.back', { name: name(now) }),
    ].filter((line) => line !== false);
    return lines.length > 0 ? lines : [t('reasons.changes.same', { name: name(now) })];
  };
}
