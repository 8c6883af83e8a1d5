import { toastDone, toastProblem } from '@app/announce';
import { useChannels } from '@app/channels';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { Button, NumberInput, SegmentedControl, Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities, rules, type Rule, type RuleDraft } from './api';
import { SpanInput } from './SpanInput';
import { useSays } from './useSays';

interface Props { brand: string; rule?: Rule; theirs?: () => void; onClose: () => void }

type Times = 'firstSeconds' | 'nextSeconds' | 'solutionSeconds' | 'warnSeconds';

/** Making or changing a rule: for whom, what is promised, when to warn. */
export function RuleDrawer({ brand, rule, theirs, onClose }: Props) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const { channels } = useChannels();
  const { who, queues, calendars, groups, nameOf } = useSays();
  const [warn, setWarn] = useState(rule?.warnPercent !== undefined ? 'percent' : rule?.warnSeconds !== undefined ? 'before' : 'never');
  const done = async (text: string) => {
    toastDone(text);
    onClose();
    await queries.invalidateQueries({ queryKey: rules.key });
  };
  const server = useServerForm<RuleDraft & Record<string, unknown>>({
    initialValues: {
      brand, channel: rule?.channel, queue: rule?.queue, priority: rule?.priority, group: rule?.group, firstSeconds: rule?.firstSeconds, nextSeconds: rule?.nextSeconds,
      solutionSeconds: rule?.solutionSeconds, warnSeconds: rule?.warnSeconds, warnPercent: rule?.warnPercent, calendar: rule?.calendar,
    },
  }, async ({ warnSeconds, warnPercent, ...others }) => {
    await rules.store(rule?.id, { ...others, warnSeconds: warn === 'before' ? warnSeconds : undefined, warnPercent: warn === 'percent' ? warnPercent : undefined });
    await done(t('app:saved'));
  });
  const { form } = server;
  const choose = (field: 'channel' | 'queue' | 'priority' | 'group' | 'calendar') => ({
    error: form.errors[field], value: form.values[field] ?? null, clearable: true,
    onChange: (value: string | null) => form.setFieldValue(field, (value ?? undefined) as never),
  });
  const time = (field: Times) => ({
    label: t(`rules.${field}`), value: form.values[field], error: form.errors[field], onChange: (seconds: number | undefined) => form.setFieldValue(field, seconds as never),
  });
  const remove = async (gone: Rule) => {
    if (!(await confirm({ title: t('rules.removeTitle'), body: t('rules.removeBody', { who: who(gone) }), confirm: t('rules.remove'), danger: true }))) return;
    try {
      await rules.remove(gone.id);
      await done(t('rules.removed'));
    } catch (failure) {
      toastProblem(failure);
    }
  };
  return (
    <FormDrawer opened size={520} title={rule ? who(rule) : t('rules.add')} onClose={onClose} server={server} theirs={theirs}
      extra={rule && <Button variant="subtle" color="red" onClick={() => void remove(rule)}>{t('rules.remove')}</Button>}>
      <Text size="sm" c="dimmed">{t('rules.forWhom')}</Text>
      <Select data-autofocus label={t('rules.channel')} placeholder={t('rules.any')} data={channels.map((one) => ({ value: one.key, label: one.name }))} {...choose('channel')} />
      <Select label={t('rules.queue')} placeholder={t('rules.any')} searchable data={queues.filter((one) => one.brand === brand).map((one) => ({ value: one.id, label: one.name }))} {...choose('queue')} />
      <Select label={t('rules.priorityLabel')} placeholder={t('rules.any')} data={priorities.map((one) => ({ value: one, label: t(`rules.priorityName.${one}`) }))} {...choose('priority')} />
      <Select label={t('rules.groupLabel')} placeholder={t('rules.any')} data={groups.filter((one) => one.brand === brand && (!one.archived || one.id === rule?.group)).map((one) => ({ value: one.id, label: nameOf(one) }))} {...choose('group')} />
      <SpanInput {...time('firstSeconds')} />
      <SpanInput {...time('nextSeconds')} />
      <SpanInput {...time('solutionSeconds')} description={t('rules.solutionHelp')} />
      <Text size="sm" c="dimmed">{t('rules.emptyHelp')}</Text>
      <div>
        <Text size="sm" fw={500} mb={4} id="warn">{t('rules.warn')}</Text>
        <SegmentedControl fullWidth aria-labelledby="warn" value={warn} onChange={setWarn}
          data={['never', 'before', 'percent'].map((one) => ({ value: one, label: t(`rules.warnBy.${one}`) }))} />
      </div>
      {warn === 'before' && <SpanInput {...time('warnSeconds')} />}
      {warn === 'percent' && (
        <NumberInput label={t('rules.warnPercent')} min={1} max={99} clampBehavior="none" suffix="%" value={form.values.warnPercent ?? ''} error={form.errors.warnPercent}
          onChange={(next) => form.setFieldValue('warnPercent', (next === '' ? undefined : Number(next)) as never)} />
      )}
      <Select label={t('rules.calendar')} placeholder={t('rules.ofChannel')} data={calendars.map((one) => ({ value: one.id, label: one.name }))} {...choose('calendar')} />
    </FormDrawer>
  );
}
