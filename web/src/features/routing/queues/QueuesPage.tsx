import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useChoices, useQueues, useRules } from '../api';
import type { BrandChoice, Choices, QueueNow, QueueRule } from '../types';
import { QueueDrawer } from './QueueDrawer';
import classes from './Queues.module.css';
import { QueueRow } from './QueueRow';
import { Rules } from './Rules';

/** The queues of each brand and the rules that lead to them. */
export default function QueuesPage() {
  const { t } = useTranslation('routing');
  const { id } = useParams();
  const go = useNavigate();
  const queues = useQueues();
  const rules = useRules();
  const choices = useChoices();
  const failed = queues.error ?? rules.error ?? choices.error;
  if (failed) return <Failed error={failed} onRetry={() => { void queues.refetch(); void rules.refetch(); void choices.refetch(); }} />;
  if (!queues.data || !rules.data || !choices.data) return <Loading />;
  const opened = queues.data.find((one) => one.queue.id === id)?.queue;

  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={1}>{t('queues.place')}</Title>
        <Button leftSection={<IconPlus size={18} />} onClick={() => void go('/settings/queues/new')}>{t('queues.new')}</Button>
      </Group>
      <Text c="dimmed" mb="xl" maw={640}>{t('queues.lead')}</Text>
      {choices.data.brands.length === 0 && <Empty title={t('queues.noBrand')}>{t('queues.noBrandDetail')}</Empty>}
      {choices.data.brands.map((brand) => (
        <BrandSection key={brand.id} brand={brand} choices={choices.data}
          queues={queues.data.filter((one) => one.queue.brand === brand.id)}
          rules={rules.data.filter((rule) => rule.brand === brand.id)} />
      ))}
      <QueueDrawer key={id ?? 'closed'} opened={id === 'new' || opened !== undefined} queue={opened} choices={choices.data}
        onClose={() => void go('/settings/queues')} />
    </>
  );
}

interface SectionProps { brand: Choices['brands'][number]; choices: Choices; queues: QueueNow[]; rules: QueueRule[] }

function BrandSection({ brand, choices, queues, rules }: SectionProps) {
  const { t } = useTranslation('routing');
  return (
    <section className={classes.brand} aria-labelledby={`brand-${brand.id}`}>
      <Title order={2} size="h3" id={`brand-${brand.id}`}>{brand.name}</Title>
      <Hours brand={brand} />
      {queues.length === 0
        ? <Text c="dimmed" size="sm" mb="md">{t('queues.noneOfBrand')}</Text>
        : <ul className={classes.list}>{queues.map(({ queue }) => <QueueRow key={queue.id} queue={queue} choices={choices} />)}</ul>}
      {queues.length > 0 && <Rules brand={brand} queues={queues.map((one) => one.queue)} rules={rules} />}
    </section>
  );
}

/** When contacts of this brand count as waiting: only while their channel is open. */
function Hours({ brand }: { brand: BrandChoice }) {
  const { t } = useTranslation('routing');
  const { may } = useSession();
  const open = brand.channels.map((one) => t(one.openNow ? 'queues.openNow' : 'queues.closedNow', { channel: one.channel }));
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {open.length > 0 ? open.join(' · ') : t('queues.alwaysOpen')}
      {may('organisation.configure') && <>{' · '}<Anchor component={Link} to="/settings/hours" size="sm">{t('queues.hours')}</Anchor></>}
    </Text>
  );
}
