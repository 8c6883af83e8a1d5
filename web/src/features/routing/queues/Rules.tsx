import { toastProblem } from '@app/announce';
import { useChannels } from '@app/channels';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { ActionIcon, Button, Select, Text, TextInput, Title } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys, routing, type RuleDraft } from '../api';
import type { BrandChoice, Queue, QueueRule } from '../types';
import classes from './Queues.module.css';

interface Props { brand: BrandChoice; queues: Queue[]; rules: QueueRule[] }

/** Which contacts of a brand go to which queue; the most specific rule wins. */
export function Rules({ brand, queues, rules }: Props) {
  const { t, i18n } = useTranslation('routing');
  const queries = useQueryClient();
  const { nameOf } = useChannels();
  const again = () => queries.invalidateQueries({ queryKey: keys.rules });
  const remove = useMutation({
    mutationFn: (rule: QueueRule) => routing.removeRule(rule.id),
    onSuccess: async (_, { id: _removed, ...rule }) => {
      await again();
      toastUndo(t('rules.removed'), t('app:undo'), () => void routing.addRule(rule).then(again));
    },
    onError: toastProblem,
  });
  const reasonName = (id: string) => {
    const reason = brand.reasons.find((one) => one.id === id);
    return reason ? (i18n.language === 'nl' ? reason.nameNl : reason.nameEn) : id;
  };
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const says = (rule: QueueRule) => capital([
    rule.address && t('rules.to', { address: rule.address }),
    rule.reason && t('rules.about', { reason: reasonName(rule.reason) }),
    rule.channel && t('rules.by', { channel: nameOf(rule.channel) }),
  ].filter(Boolean).join(', ') || t('rules.everything'));

  return (
    <>
      <Title order={3} size="h4" mb={4}>{t('rules.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t(rules.length === 0 ? 'rules.none' : 'rules.lead')}</Text>
      {rules.length > 0 && (
        <ul className={classes.list}>
          {rules.map((rule) => (
            <li key={rule.id} className={classes.rule}>
              <span>{says(rule)} <IconArrowRight size={14} role="img" aria-label={t('rules.goesTo')} /> <b>{queues.find((queue) => queue.id === rule.queue)?.name}</b></span>
              <ActionIcon variant="subtle" color="gray" aria-label={t('rules.remove', { rule: says(rule) })} onClick={() => remove.mutate(rule)}>
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddRule brand={brand} queues={queues} reasonName={reasonName} added={again} />
    </>
  );
}

interface AddProps { brand: BrandChoice; queues: Queue[]; reasonName: (id: string) => string; added: () => Promise<void> }

const nothing: { channel: string; reason: string; address: string; queue: string } = { channel: '', reason: '', address: '', queue: '' };

function AddRule({ brand, queues, reasonName, added }: AddProps) {
  const { t } = useTranslation('routing');
  const { channels } = useChannels();
  const { form, problem, sending, submit } = useServerForm({ initialValues: nothing }, async (values) => {
    const rule: RuleDraft = {
      brand: brand.id, queue: values.queue, channel: values.channel || undefined, reason: values.reason || undefined, address: values.address || undefined,
    };
    await routing.addRule(rule);
    form.reset();
    await added();
  });
  const choose = (field: keyof typeof nothing) => ({
    ...form.getInputProps(field), value: form.values[field] || null, onChange: (value: string | null) => form.setFieldValue(field, value ?? ''),
  });
  return (
    <form onSubmit={submit} aria-label={t('rules.add')}>
      <div className={classes.add}>
        <TextInput label={t('rules.address')} placeholder={t('rules.any')} maxLength={320} {...form.getInputProps('address')} />
        <Select label={t('rules.reason')} placeholder={t('rules.any')} clearable searchable
          data={brand.reasons.map((reason) => ({ value: reason.id, label: reason.parent ? `${reasonName(reason.parent)} › ${reasonName(reason.id)}` : reasonName(reason.id) }))}
          {...choose('reason')} />
        <Select label={t('rules.channel')} placeholder={t('rules.any')} clearable data={channels.map((one) => ({ value: one.key, label: one.name }))} {...choose('channel')} />
        <Select label={t('rules.queue')} required data={queues.map((queue) => ({ value: queue.id, label: queue.name }))} {...choose('queue')} />
        <Button type="submit" variant="light" loading={sending} disabled={!form.values.queue}>{t('rules.add')}</Button>
      </div>
      {problem && <Text component="div" mt="sm"><ProblemNote error={problem} /></Text>}
    </form>
  );
}
