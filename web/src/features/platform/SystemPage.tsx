import { toastDone } from '@app/announce';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { replayTimer, useSystem, useTimersSetAside, type TimerSetAside } from './api';
import classes from './Platform.module.css';

export default function SystemPage() {
  const { t } = useTranslation('platform');
  const { may } = useSession();
  const format = useFormat();
  const system = useSystem();
  if (system.isPending) return <Loading />;
  if (system.isError) return <Failed error={system.error} onRetry={() => void system.refetch()} />;
  const state = system.data;
  const facts: [string, string][] = [
    [t('system.version'), state.version],
    [t('system.database'), t('system.postgres', { version: state.database })],
    [t('system.size'), format.bytes(state.databaseBytes)],
    [t('system.timersWaiting'), format.number(state.timersWaiting)],
    [t('system.timersSetAside'), format.number(state.timersSetAside)],
  ];
  return (
    <>
      <PageHead title={t('system.title')} lead={t('system.lead')} />
      <div className={classes.figures}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.card}><Text size="sm" c="dimmed">{name}</Text><Text fw={600} className="numbers">{value}</Text></div>
        ))}
      </div>
      <SetAside />
      <Group mt="lg">
        {may('intake.view') && <Anchor component={Link} to="/intake">{t('system.intake')}</Anchor>}
        {may('outbox.view') && <Anchor component={Link} to="/outbox">{t('system.outbox')}</Anchor>}
      </Group>
    </>
  );
}

function SetAside() {
  const { t } = useTranslation('platform');
  const queries = useQueryClient();
  const timers = useTimersSetAside();
  const replay = async (timer: TimerSetAside) => {
    await replayTimer(timer.id);
    await queries.invalidateQueries({ queryKey: ['platform'] });
    toastDone(t('system.replayed'));
  };
  return (
    <section aria-labelledby="set-aside">
      <Title order={2} size="h3" id="set-aside" mt="xl" mb="sm">{t('system.setAside')}</Title>
      {timers.isPending ? <Loading height={120} /> : timers.isError ? <Failed error={timers.error} onRetry={() => void timers.refetch()} /> : timers.items.length === 0 ? (
        <Empty icon={IconCircleCheck} height={160} title={t('system.none')}>{t('system.noneHelp')}</Empty>
      ) : (
        <>
          <Stack gap="sm">{timers.items.map((timer) => <SetAsideTimer key={timer.id} timer={timer} onReplay={() => void replay(timer)} />)}</Stack>
          <More {...timers} />
        </>
      )}
    </section>
  );
}

function SetAsideTimer({ timer, onReplay }: { timer: TimerSetAside; onReplay: () => void }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  return (
    <div className={classes.card}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={550}><Code>{timer.kind}</Code> {timer.key}</Text>
          <Text size="sm" c="dimmed">{t('system.since', { moment: format.dateTime(timer.setAsideAt), count: timer.attempts })}</Text>
          {timer.error && <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{timer.error}</Text>}
        </div>
        <Button variant="light" onClick={onReplay}>{t('system.replay')}</Button>
      </Group>
    </div>
  );
}
