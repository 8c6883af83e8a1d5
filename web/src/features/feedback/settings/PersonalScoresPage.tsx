import { PageHead } from '@app/list/PageHead';
import { Alert, Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '@app/api/http';
import { useConfirm } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { Failed, Loading } from '@app/states';
import { usePersonalScoreRule } from '../api';
import classes from '../listen/Listen.module.css';
import type { PersonalScoreRule } from '../types';

/** Scores of persons stay off until it is recorded what they are for and with whom that was agreed. */
export default function PersonalScoresPage() {
  const { t } = useTranslation('feedback');
  const query = usePersonalScoreRule();
  return (
    <Stack gap="md" maw={720}>
      <div><PageHead title={t('personal.place')} lead={t('personal.lead')} /></div>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && <RuleCard key={query.data.rule?.agreedOn ?? 'off'} rule={query.data.rule} />}
    </Stack>
  );
}

function RuleCard({ rule }: { rule?: PersonalScoreRule }) {
  const { t, i18n } = useTranslation('feedback');
  const format = useFormat();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const renew = () => queries.invalidateQueries({ queryKey: ['personal-scores'] });
  const { form, problem, sending, submit } = useServerForm(
    { initialValues: { purpose: rule?.purpose ?? '', agreedWith: rule?.agreedWith ?? '', agreedOn: rule?.agreedOn ?? '', minimumN: rule?.minimumN ?? 30 } },
    async (values) => {
      await http.put('/api/feedback/personal-scores', { ...values, agreedOn: values.agreedOn || undefined });
      await renew();
    },
  );
  const off = async () => {
    if (!await confirm({ title: t('personal.offAsk'), body: t('personal.offBody'), confirm: t('personal.off') })) return;
    await http.delete('/api/feedback/personal-scores');
    await renew();
  };
  return (
    <section className={classes.card}>
      <Alert mb="md" variant="light" icon={rule ? <IconShieldCheck /> : <IconShieldOff />} color={rule ? undefined : 'gray'} title={rule ? t('personal.isOn') : t('personal.isOff')}>
        {rule ? t('personal.onSince', { day: format.date(rule.agreedOn), minimum: rule.minimumN }) : t('personal.offMeans')}
      </Alert>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea label={t('personal.purpose')} description={t('personal.purposeHelp')} autosize minRows={2} required {...form.getInputProps('purpose')} />
          <TextInput label={t('personal.agreedWith')} description={t('personal.agreedHelp')} required {...form.getInputProps('agreedWith')} />
          <Group align="flex-end">
            <DateInput locale={i18n.language} valueFormat="D MMM YYYY" maxDate={new Date()} label={t('personal.agreedOn')} required w={200} {...form.getInputProps('agreedOn')} />
            <NumberInput label={t('personal.minimum')} description={t('personal.minimumHelp')} min={10} max={10000} w={280} {...form.getInputProps('minimumN')} />
          </Group>
          {problem && <ProblemNote error={problem} />}
          <Group gap="xs">
            <Button type="submit" loading={sending}>{rule ? t('app:save') : t('personal.on')}</Button>
            {rule && <Button variant="default" onClick={() => void off()}>{t('personal.off')}</Button>}
          </Group>
        </Stack>
      </form>
    </section>
  );
}
