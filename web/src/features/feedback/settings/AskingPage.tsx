import { toastDone } from '@app/announce';
import { PageHead } from '@app/list/PageHead';
import { Button, Group, MultiSelect, NumberInput, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { http, withQuery } from '@app/api/http';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { useUser } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { useAskingSettings, useQueues, useReasons } from '../api';
import classes from '../listen/Listen.module.css';
import type { AskingRule, AskingSettings } from '../types';
import { RuleForm } from './RuleForm';

/** How each brand asks its customers and follows up. */
export default function AskingPage() {
  const { t } = useTranslation('feedback');
  const { brands } = useUser();
  const [search, setSearch] = useSearchParams();
  const brand = brands.find((one) => one.id === search.get('brand')) ?? brands[0];
  if (!brand) return <Empty title={t('asking.noBrand')} />;
  return (
    <Stack gap="md" maw={820}>
      <div><PageHead title={t('asking.place')} lead={t('asking.lead')} /></div>
      {brands.length > 1 && (
        <Select label={t('filter.brand')} w={260} allowDeselect={false} value={brand.id}
          data={brands.map((one) => ({ value: one.id, label: one.name }))} onChange={(id) => id && setSearch({ brand: id }, { replace: true })} />
      )}
      <BrandSettings key={brand.id} brand={brand.id} />
    </Stack>
  );
}

function BrandSettings({ brand }: { brand: string }) {
  const query = useAskingSettings(brand);
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Rules brand={brand} settings={query.data} />
      <Delicate brand={brand} chosen={query.data.excludedReasons} />
      <Deadline brand={brand} followUp={query.data.followUp} />
    </>
  );
}

function Rules({ brand, settings }: { brand: string; settings: AskingSettings }) {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const queries = useQueryClient();
  const queues = useQueues().filter((queue) => queue.brand === brand);
  const [editing, setEditing] = useState<AskingRule | null>(null);
  const own = settings.rules.find((rule) => !rule.queue);
  const shown = own ? settings.rules : [settings.standard, ...settings.rules];
  const free = queues.filter((queue) => !settings.rules.some((rule) => rule.queue === queue.id));
  const name = (rule: AskingRule) => (rule.queue ? queues.find((queue) => queue.id === rule.queue)?.name ?? t('asking.otherQueue') : t('asking.wholeBrand'));
  const remove = useMutation({
    mutationFn: (rule: AskingRule) => http.delete(withQuery(`/api/feedback/settings/${brand}/rule`, { queue: rule.queue })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['asking-settings', brand] }),
  });
  return (
    <section className={classes.card} aria-labelledby="rules">
      <Title order={2} size="h3" id="rules">{t('asking.rules')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('asking.rulesLead')}</Text>
      <Table.ScrollContainer minWidth={560}>
        <Table className="numbers" verticalSpacing="xs">
          <Table.Thead><Table.Tr>
            {(['who', 'oneIn', 'delay', 'quarantine', 'limit'] as const).map((one) => <Table.Th key={one}>{t(`asking.column.${one}`)}</Table.Th>)}<Table.Td />
          </Table.Tr></Table.Thead>
          <Table.Tbody>
            {shown.map((rule) => (
              <Table.Tr key={rule.queue ?? 'brand'}>
                <Table.Th fw={500}>{name(rule)}</Table.Th>
                <Table.Td>{rule.oneIn === 1 ? t('asking.everybody') : t('asking.oneInN', { n: rule.oneIn })}</Table.Td>
                <Table.Td>{rule.delayMinutes === 0 ? t('asking.atOnce') : format.span(rule.delayMinutes * 60_000)}</Table.Td>
                <Table.Td>{t('asking.days', { count: rule.quarantineDays })}</Table.Td>
                <Table.Td>{rule.atMostPerDay ?? '–'}</Table.Td>
                <Table.Td ta="right">
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <Button size="compact-sm" variant="subtle" onClick={() => setEditing(rule)}>{t('asking.change')}</Button>
                    {(rule.queue || own) && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => remove.mutate(rule)}>{t('asking.remove')}</Button>}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {remove.isError && <ProblemNote error={remove.error} />}
      {free.length > 0 && !editing && (
        <Select mt="sm" w={280} label={t('asking.addQueue')} placeholder={t('asking.chooseQueue')} value={null} searchable
          data={free.map((queue) => ({ value: queue.id, label: queue.name }))}
          onChange={(queue) => queue && setEditing({ ...(own ?? settings.standard), queue })} />
      )}
      {editing && <RuleForm key={editing.queue ?? 'brand'} brand={brand} rule={editing} title={name(editing)} onDone={() => setEditing(null)} />}
    </section>
  );
}

function Delicate({ brand, chosen }: { brand: string; chosen: string[] }) {
  const { t, i18n } = useTranslation('feedback');
  const queries = useQueryClient();
  const reasons = useReasons(brand);
  const save = useMutation({
    mutationFn: (ids: string[]) => http.put<AskingSettings>(`/api/feedback/settings/${brand}/excluded-reasons`, { reasons: ids }),
    onSuccess: (data) => queries.setQueryData(['asking-settings', brand], data),
  });
  return (
    <section className={classes.card} aria-labelledby="delicate">
      <Title order={2} size="h3" id="delicate">{t('asking.delicate')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('asking.delicateLead')}</Text>
      <MultiSelect aria-label={t('asking.delicate')} placeholder={t('asking.chooseReasons')} searchable clearable value={chosen}
        data={reasons.map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} onChange={(ids) => save.mutate(ids)} />
      {save.isError && <ProblemNote error={save.error} />}
    </section>
  );
}

function Deadline({ brand, followUp }: { brand: string; followUp: AskingSettings['followUp'] }) {
  const { t } = useTranslation('feedback');
  const queries = useQueryClient();
  const { form, problem, sending, submit } = useServerForm({ initialValues: { ...followUp } }, async (values) => {
    const data = await http.put<AskingSettings>(`/api/feedback/settings/${brand}/follow-up`, values);
    queries.setQueryData(['asking-settings', brand], data);
    toastDone(t('app:saved'));
  });
  return (
    <section className={classes.card} aria-labelledby="deadline">
      <Title order={2} size="h3" id="deadline">{t('asking.deadline')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('asking.deadlineLead')}</Text>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <NumberInput label={t('asking.workingDays')} min={1} max={30} w={200} {...form.getInputProps('workingDays')} />
          <NumberInput label={t('asking.remindHours')} min={1} max={240} w={200} {...form.getInputProps('remindHours')} />
          <Button type="submit" loading={sending}>{t('app:save')}</Button>
        </Group>
        {problem && <ProblemNote error={problem} />}
      </form>
    </section>
  );
}
