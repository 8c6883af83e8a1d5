import { More } from '@app/list/More';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconCalendarHeart, IconDeviceTv, IconLifebuoy, IconSpeakerphone, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAgents, useOverflow, useQueues, useServiceLevel, useToday } from '../api';
import { AllHandsSection } from '../hands/AllHandsSection';
import { CallModal } from '../hands/CallModal';
import { SaidToday } from '../notices/SaidToday';
import { SayModal } from '../notices/SayModal';
import { FindPeople } from './FindPeople';
import { FindQueues } from './FindQueues';
import { Level } from './Level';
import classes from './Floor.module.css';
import { OverflowSection } from './OverflowSection';
import { useFloorLive } from './useFloorLive';

/** What goes on now, for who watches over it: what waits too long, the queues, the people. */
export default function FloorPage() {
  const { t } = useTranslation('routing');
  const { may } = useSession();
  const queues = useQueues();
  const agents = useAgents();
  const overflow = useOverflow();
  const today = useToday();
  const level = useServiceLevel();
  const [open, setOpen] = useState<'hands' | 'say'>();
  useFloorLive();
  const failed = queues.error ?? agents.error ?? overflow.error ?? (today.data ? undefined : today.error);
  if (failed) return <Failed error={failed} onRetry={() => { void queues.refetch(); void agents.refetch(); void overflow.refetch(); void today.refetch(); }} />;
  if (!queues.data || !agents.data || !overflow.data) return <Loading />;

  // of what is not shown yet the figures of the queues tell how much it is
  const tooLong = overflow.hasNextPage ? Math.max(overflow.items.length, queues.data.reduce((sum, { figures }) => sum + figures.overflowed, 0)) : overflow.items.length;

  return (
    <>
      <Group justify="space-between" mb="lg">
        <Title order={1}>{t('floor.place')}</Title>
        <Group gap="xs">
        {may('contacts.assign') && (
          <>
            <Button variant="default" leftSection={<IconLifebuoy size={18} stroke={1.6} />} onClick={() => setOpen('hands')}>{t('hands.call')}</Button>
            <Button variant="default" leftSection={<IconSpeakerphone size={18} stroke={1.6} />} onClick={() => setOpen('say')}>{t('notices.say')}</Button>
          </>
        )}
        {may('contacts.view') && <Button component={Link} to="/live/promises" variant="default" leftSection={<IconCalendarHeart size={18} stroke={1.6} />}>{t('floor.due')}</Button>}
        <Button component={Link} to="/live/wall" variant="default" leftSection={<IconDeviceTv size={18} stroke={1.6} />}>{t('wall.open')}</Button>
        </Group>
      </Group>
      <AllHandsSection />
      <OverflowSection rows={overflow.items} count={tooLong}><More {...overflow} /></OverflowSection>
      <section className={classes.section} aria-labelledby="queues">
        <Group justify="space-between" align="baseline" mb="sm">
          <Title order={2} size="h3" id="queues">{t('floor.queues.title')}</Title>
          {level.data && queues.data.length > 0 && <Level answers={level.data.total} className={classes.level} />}
        </Group>
        {queues.data.length === 0
          ? <Empty title={t('floor.queues.none')}>{t('floor.queues.noneDetail')}</Empty>
          : (
            <>
              <FindQueues queues={queues.data} agents={agents.data} today={today.data} level={level.data} />
              <Text size="sm" c="dimmed" mt="xs">{t('floor.queues.overflowHelp')}</Text>
              <Text size="sm" c="dimmed" mt={4}>{t('floor.queues.todayHelp')}</Text>
              <Text size="sm" c="dimmed" mt={4}>{t('floor.queues.nowHelp')}</Text>
            </>
          )}
      </section>
      <section className={classes.section} aria-labelledby="agents">
        <Title order={2} size="h3" mb="sm" id="agents" tabIndex={-1} className={classes.reached}>{t('floor.agents.title')}</Title>
        {agents.data.length === 0
          ? <Empty icon={IconUsers} title={t('floor.agents.none')}>{t('floor.agents.noneDetail')}</Empty>
          : <FindPeople agents={agents.data} queues={queues.data} />}
      </section>
      {may('contacts.assign') && <SaidToday />}
      {open === 'hands' && <CallModal onClose={() => setOpen(undefined)} />}
      {open === 'say' && <SayModal onClose={() => setOpen(undefined)} />}
    </>
  );
}
