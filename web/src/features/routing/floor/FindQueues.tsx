import { SearchField } from '@app/list/SearchField';
import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AgentNow, QueueNow, QueueToday, ServiceLevel } from '../types';
import { apart, atAGlance, byName, troubleFirst } from './attention';
import { QueueTable } from './QueueTable';

interface Props { queues: QueueNow[]; agents: AgentNow[]; today: QueueToday[] | undefined; level: ServiceLevel | undefined }

/** Where there are many queues: what needs somebody first, the quiet ones folded, and one found by name. The address keeps order and fold. */
export function FindQueues({ queues, ...rest }: Props) {
  const { t } = useTranslation('routing');
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState('');
  if (queues.length <= atAGlance) return <QueueTable queues={queues} {...rest} />;

  const order = address.get('order') === 'name' ? 'name' : 'trouble';
  const open = address.get('quiet') === 'shown';
  const keep = (key: string, value: string | undefined) => setAddress((before) => {
    const after = new URLSearchParams(before);
    if (value) after.set(key, value);
    else after.delete(key);
    return after;
  }, { replace: true, preventScrollReset: true });
  const sought = text.trim().toLocaleLowerCase();
  const found = (order === 'name' ? byName(queues) : troubleFirst(queues, rest.today)).filter(({ queue }) => queue.name.toLocaleLowerCase().includes(sought));
  const { busy, quiet } = apart(found, rest.today);
  const folds = sought === '' && quiet.length > 0;

  return (
    <>
      <Group gap="sm" mb="sm">
        <SegmentedControl aria-label={t('floor.queues.order.label')} value={order} onChange={(value) => keep('order', value === 'name' ? value : undefined)}
          data={(['trouble', 'name'] as const).map((one) => ({ value: one, label: t(`floor.queues.order.${one}`) }))} />
        <div style={{ flex: '1 1 220px', maxWidth: 320 }}><SearchField value={text} label={t('floor.queues.search')} onChange={setText} /></div>
        <Anchor href="#agents" size="sm" ml="auto">{t('floor.queues.toPeople')}</Anchor>
      </Group>
      <Text size="sm" c="dimmed" mb={sought ? 'xs' : 0} aria-live="polite">{sought && t('floor.queues.found', { count: found.length, of: queues.length })}</Text>
      {found.length > 0 && (
        <QueueTable queues={folds ? busy : found} {...rest}
          folded={folds ? { queues: quiet, open, toggle: () => keep('quiet', open ? undefined : 'shown') } : undefined} />
      )}
    </>
  );
}
