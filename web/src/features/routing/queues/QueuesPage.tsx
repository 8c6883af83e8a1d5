import { useChannels } from '@app/channels';
import { useTheirs } from '@app/form/useTheirs';
import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useChoices, useOwnQueues, useRules } from '../api';
import type { BrandChoice, Choices, Queue, QueueNow, QueueRule } from '../types';
import { QueueDrawer } from './QueueDrawer';
import classes from './Queues.module.css';
import { QueueRow } from './QueueRow';
import { Rules } from './Rules';

/** The queues of each brand and the rules that lead to them. */
export default function QueuesPage() {
  const { t } = useTranslation('routing');
  const { id } = useParams();
  const go = useNavigate();
  const { may } = useSession();
  const queues = useOwnQueues();
  const rules = useRules();
  const choices = useChoices();
  const failed = queues.error ?? rules.error ?? choices.error;
  if (failed) return <Failed error={failed} onRetry={() => { void queues.refetch(); void rules.refetch(); void choices.refetch(); }} />;
  const own = queues.data;
  if (!own || !rules.data || !choices.data) return <Loading />;
  const opened = own.find((one) => one.queue.id === id)?.queue;

  return (
    <>
      <PageHead title={t('queues.place')} lead={t('queues.lead')}>
        {choices.data.brands.length > 0 && <Button leftSection={<IconPlus size={16} />} onClick={() => void go('/settings/queues/new')}>{t('queues.new')}</Button>}
      </PageHead>
      {choices.data.brands.length === 0 && <Empty title={t('queues.noBrand')} action={may('organisation.configure') && <Button component={Link} to="/settings/brands">{t('queues.makeBrand')}</Button>}>{t('queues.noBrandDetail')}</Empty>}
      {choices.data.brands.map((brand) => (
        <BrandSection key={brand.id} brand={brand} choices={choices.data}
          queues={own.filter((one) => one.queue.brand === brand.id)}
          rules={rules.data.filter((rule) => rule.brand === brand.id)} />
      ))}
      {(id === 'new' || opened) && <Opened key={id} queue={opened} choices={choices.data} onClose={() => void go('/settings/queues')} />}
    </>
  );
}

/** Keeps what one opened, so that it shows when somebody else changed it. */
function Opened({ queue, choices, onClose }: { queue?: Queue; choices: Choices; onClose: () => void }) {
  const [mine, setMine] = useState(queue);
  const theirs = useTheirs(mine, queue && [queue], setMine);
  return <QueueDrawer key={JSON.stringify(mine)} queue={mine} choices={choices} theirs={theirs} onClose={onClose} />;
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
  const { nameOf } = useChannels();
  const open = brand.channels.map((one) => t(one.openNow ? 'queues.openNow' : 'queues.closedNow', { channel: nameOf(one.channel) }));
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {open.length > 0 ? open.join(' · ') : t('queues.alwaysOpen')}
      {may('organisation.configure') && <>{' · '}<Anchor component={Link} to="/settings/hours" size="sm">{t('queues.hours')}</Anchor></>}
    </Text>
  );
}
