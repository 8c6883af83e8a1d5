import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { useFormat } from '@app/format';
import { ActionIcon, Alert, Anchor, Badge, Button, Group, Switch, Text, UnstyledButton } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFollowChanges, useReasons, type Reason } from './api';
import { BrandChoice, NoBrand, useBrandChoice } from './BrandChoice';
import classes from './List.module.css';
import { ReasonForm } from './ReasonForm';
import { ReasonHistory } from './ReasonHistory';

interface Level { reason: Reason; depth: number }

/** The tree as rows from top to bottom. */
function ordered(reasons: Reason[], parent?: string, depth = 0): Level[] {
  return reasons.filter((reason) => reason.parent === parent)
    .flatMap((reason) => [{ reason, depth }, ...ordered(reasons, reason.id, depth + 1)]);
}

export default function ReasonsPage() {
  const { t, i18n } = useTranslation('organisation');
  const format = useFormat();
  const brand = useBrandChoice();
  const [search, setSearch] = useSearchParams();
  const on = search.get('on') ?? undefined;
  const reasons = useReasons(brand, on);
  useFollowChanges();
  const [archived, setArchived] = useState(false);
  const [history, setHistory] = useState(false);
  const [open, setOpen] = useState<{ reason?: Reason; parent?: string } | null>(null);
  const rows = ordered((reasons.data ?? []).filter((reason) => archived || !reason.archived));
  const nameOf = (reason: Reason) => (i18n.language === 'nl' ? reason.nameNl : reason.nameEn);
  const show = (day: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (day) next.set('on', day);
    else next.delete('on');
    return next;
  }, { replace: true });
  const add = !on && <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('reasons.add')}</Button>;
  return (
    <>
      <PageHead title={t('reasons.title')} lead={t('reasons.lead')}>{brand && <><BrandChoice value={brand} />{add}</>}</PageHead>
      {brand && (
        <Group mb="md" justify="space-between">
          <Switch label={t('reasons.showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
          <Group gap="xs">
            <DateInput aria-label={t('reasons.on')} placeholder={t('reasons.on')} clearable clearButtonProps={{ 'aria-label': t('reasons.asNow') }} w={190} maxDate={new Date()} locale={i18n.language} valueFormat="D MMM YYYY" value={on ?? null} onChange={show} />
            <Button variant="default" leftSection={<IconHistory size={16} />} onClick={() => setHistory(true)}>{t('reasons.history')}</Button>
          </Group>
        </Group>
      )}
      {on && <Alert variant="light" mb="md" icon={<IconHistory />}>{t('reasons.asOf', { day: format.calendarDay(on) })}{' '}<Anchor component="button" inherit onClick={() => show(null)}>{t('reasons.asNow')}</Anchor></Alert>}
      {!brand ? <NoBrand /> : reasons.isPending ? <Loading /> : reasons.isError ? <Failed error={reasons.error} onRetry={() => void reasons.refetch()} /> : rows.length === 0 ? (
        <Empty title={t(on ? 'reasons.noneThen' : 'reasons.none')} action={add || undefined}>{!on && t('reasons.noneHelp')}</Empty>
      ) : (
        <ul className={classes.list}>
          {rows.map(({ reason, depth }) => (
            <li key={reason.id} style={{ display: 'flex', alignItems: 'center', paddingRight: 12 }}>
              <UnstyledButton className={classes.row} style={{ paddingLeft: 16 + depth * 28 }} disabled={!!on} onClick={() => setOpen({ reason })}>
                <Text fw={depth === 0 ? 550 : undefined} c={reason.archived ? 'dimmed' : undefined}>{nameOf(reason)}</Text>
                <Group gap="xs">
                  {reason.startsAs && <Text size="sm" c="dimmed">{t('reasons.begins', { priority: t(`reasons.priorities.${reason.startsAs}`) })}</Text>}
                  {reason.offeredToCustomers && <Badge variant="light">{t('reasons.offeredShort')}</Badge>}
                  {reason.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
                </Group>
              </UnstyledButton>
              {depth < 2 && !reason.archived && !on && (
                <ActionIcon variant="subtle" aria-label={t('reasons.addUnder', { name: nameOf(reason) })} onClick={() => setOpen({ parent: reason.id })}><IconPlus size={16} /></ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {history && brand && <ReasonHistory brand={brand} onClose={() => setHistory(false)} />}
      {open && brand && <ReasonForm key={JSON.stringify(open)} onReplace={(reason) => setOpen({ reason })} brand={brand} reason={open.reason} parent={open.parent} reasons={reasons.data ?? []} onClose={() => setOpen(null)} />}
    </>
  );
}
