import { SearchField } from '@app/list/SearchField';
import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentNow, PresenceState, QueueNow } from '../types';
import { AgentList, inOrder, order } from './AgentList';

/** So few one sees at a glance. */
const few = 12;
const shownAtFirst = 40;

/** People by name, queue and state; whom it is about stands first. */
export function FindPeople({ agents, queues }: { agents: AgentNow[]; queues: QueueNow[] }) {
  const { t } = useTranslation('routing');
  const [name, setName] = useState('');
  const [queue, setQueue] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  if (agents.length <= few) return <AgentList agents={inOrder(agents)} />;
  const found = inOrder(agents)
    .filter((agent) => agent.name.toLocaleLowerCase().includes(name.trim().toLocaleLowerCase()))
    .filter((agent) => !queue || agent.queues.includes(queue))
    .filter((agent) => !state || agent.presence.state === state);
  const shown = all ? found : found.slice(0, shownAtFirst);
  return (
    <>
      <Group gap="sm" mb="sm" align="end">
        <div style={{ flex: '1 1 220px', maxWidth: 320 }}><SearchField value={name} label={t('floor.agents.search')} onChange={setName} /></div>
        <Select aria-label={t('floor.agents.queue')} placeholder={t('floor.agents.everyQueue')} clearable searchable w={220} value={queue} onChange={setQueue}
          data={queues.map((one) => ({ value: one.queue.id, label: one.queue.name }))} />
        <Select aria-label={t('floor.agents.state')} placeholder={t('floor.agents.everyState')} clearable w={180} value={state} onChange={setState}
          data={order.map((one: PresenceState) => ({ value: one, label: t(`presence.${one}`) }))} />
      </Group>
      <Text size="sm" c="dimmed" mb="xs" aria-live="polite">{t('floor.agents.found', { count: found.length, of: agents.length })}</Text>
      <AgentList agents={shown} />
      {shown.length < found.length && <Button variant="default" mt="sm" onClick={() => setAll(true)}>{t('floor.agents.showAll', { count: found.length })}</Button>}
    </>
  );
}
