import { toastProblem } from '@app/announce';
import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Alert, Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCalendarX, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retention, useRules, useRuns, type Kind, type Rule } from './api';
import classes from './Retention.module.css';
import { RuleDrawer } from './RuleDrawer';

/** How long what is kept, what the rules would take next, and what they took. */
export default function RetentionPage() {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const rules = useRules();
  const [open, setOpen] = useState<{ rule?: Rule } | null>(null);
  const paused = rules.data?.pausedAt !== undefined;
  const pause = async () => {
    try {
      await retention.pause(!paused);
    } catch (fault) {
      toastProblem(fault);
    }
    await queries.invalidateQueries({ queryKey: [...retention.key, 'rules'] });
  };
  return (
    <>
      <PageHead title={t('retention.title')} lead={t('retention.lead')}>
        <Button variant="default" leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />} disabled={!rules.data} onClick={() => void pause()}>
          {t(paused ? 'retention.goOn' : 'retention.pause')}
        </Button>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('retention.add')}</Button>
      </PageHead>
      {rules.isPending ? <Loading /> : rules.isError ? <Failed error={rules.error} onRetry={() => void rules.refetch()} /> : (
        <>
          {paused && <Paused by={rules.data.pausedBy ?? ''} at={rules.data.pausedAt!} />}
          {rules.data.rules.length === 0
            ? <Empty icon={IconCalendarX} title={t('retention.none')}>{t('retention.noneHelp')}</Empty>
            : <ul className={classes.list} aria-label={t('retention.title')}>{rules.data.rules.map((rule) => <li key={rule.id}><Row rule={rule} onOpen={() => setOpen({ rule })} /></li>)}</ul>}
          <Text size="sm" c="dimmed" mt="md" maw={680}>{t('retention.stays')}</Text>
        </>
      )}
      <Runs />
      {open && <RuleDrawer key={open.rule?.id ?? 'new'} rule={open.rule} onClose={() => setOpen(null)} />}
    </>
  );
}

function Paused({ by, at }: { by: string; at: string }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  return <Alert mb="md" icon={<IconPlayerPause />}>{t('retention.paused', { by, at: format.dateTime(at) })}</Alert>;
}

function useWhere() {
  const { t } = useTranslation('organisation');
  const { brands } = useUser();
  const { nameOf } = useChannels();
  return ({ brand, channel, kind }: { brand: string; channel?: string; kind: Kind }) => {
    const name = brands.find(({ id }) => id === brand)?.name ?? '';
    return kind === 'CUSTOMERS' ? name : `${name} · ${channel ? nameOf(channel) : t('retention.otherChannels')}`;
  };
}

function Row({ rule, onOpen }: { rule: Rule; onOpen: () => void }) {
  const { t } = useTranslation('organisation');
  const where = useWhere();
  return (
    <UnstyledButton className={classes.row} onClick={onOpen}>
      <span>
        <Text fw={550} component="span" display="block">{t(`retention.kind.${rule.kind}`)}</Text>
        <Text size="sm" c="dimmed" component="span">{where(rule)}</Text>
      </span>
      <Text component="span" className="numbers">{t('retention.months', { count: rule.months })}</Text>
    </UnstyledButton>
  );
}

function Runs() {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const where = useWhere();
  const runs = useRuns();
  return (
    <section aria-label={t('retention.runs')} style={{ marginTop: 32 }}>
      <Title order={2} size="h3" mb="sm">{t('retention.runs')}</Title>
      {runs.isPending ? <Loading height={120} /> : runs.isError ? <Failed error={runs.error} height={120} onRetry={() => void runs.refetch()} />
        : runs.items.length === 0 ? <Text size="sm" c="dimmed">{t('retention.noRuns')}</Text> : (
          <ul className={classes.list}>
            {runs.items.map((run) => (
              <li key={run.id} className={classes.row}>
                <span>
                  <Text fw={550} component="span" display="block">{t(`retention.took.${run.kind}`, { count: run.taken })}</Text>
                  <Text size="sm" c="dimmed" component="span">{where(run)} · {t('retention.months', { count: run.months })}</Text>
                </span>
                <Text size="sm" component="span" className="numbers">{format.calendarDay(run.day)}</Text>
              </li>
            ))}
          </ul>
        )}
      <More {...runs} />
    </section>
  );
}
