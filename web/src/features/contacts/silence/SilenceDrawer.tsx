import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { Checkbox, Group, MultiSelect, NumberInput, Radio, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSubStates } from '../substates/api';
import { MOST_DAYS, silenceKey, storeSilence, type SilenceSettings } from './api';
import { SilencePreview } from './SilencePreview';

interface Props { brand: string; opened: SilenceSettings; theirs?: () => void; onClose: () => void }
interface Values extends Record<string, unknown>, Omit<SilenceSettings, 'remindDays' | 'solveDays' | 'mostPerDay'> {
  remindDays: number | '';
  solveDays: number | '';
  mostPerDay: number | '';
  waitingToo: boolean;
}

/** Days, words and exceptions, with what it would do to what waits now. */
export function SilenceDrawer({ brand, opened, theirs, onClose }: Props) {
  const { t, i18n } = useTranslation('contacts');
  const queries = useQueryClient();
  const subStates = useSubStates(brand);
  const server = useServerForm<Values>({ initialValues: { ...opened, active: true, waitingToo: true } }, async (values) => {
    await storeSilence(brand, { ...values, remindDays: Number(values.remindDays), solveDays: Number(values.solveDays), mostPerDay: Number(values.mostPerDay), version: opened.version });
    await queries.invalidateQueries({ queryKey: silenceKey(brand) });
    toastDone(t('app:saved'));
    onClose();
  });
  const { form } = server;
  const { active, remindDays, solveDays, tellsClosing, exempt } = form.values;
  const leaves = subStates.data?.subStates.filter((one) => one.state === 'WAITING_FOR_CUSTOMER' && (!one.archived || exempt.includes(one.id!))) ?? [];
  return (
    <FormDrawer opened title={t('silence.title')} onClose={onClose} server={server} theirs={theirs} size="lg">
      <Switch label={t('silence.active')} description={active ? undefined : t('silence.offHelp')} {...form.getInputProps('active', { type: 'checkbox' })} />
      <Group grow align="start">
        <NumberInput required label={t('silence.remindDays')} description={t('silence.remindDaysHelp')} min={1} max={MOST_DAYS} allowDecimal={false} {...form.getInputProps('remindDays')} />
        <NumberInput required label={t('silence.solveDays')} description={t('silence.solveDaysHelp')} min={1} max={MOST_DAYS} allowDecimal={false} {...form.getInputProps('solveDays')} />
      </Group>
      {active && !opened.active && (
        <Radio.Group label={t('silence.already')} value={String(form.values.waitingToo)} onChange={(chosen) => form.setFieldValue('waitingToo', chosen === 'true')}>
          <Stack gap={6} mt={4}>
            <Radio value="true" label={t('silence.waitingToo')} />
            <Radio value="false" label={t('silence.waitingNot')} />
          </Stack>
        </Radio.Group>
      )}
      {active && <SilencePreview brand={brand} remindDays={remindDays} solveDays={solveDays} counts={!opened.active} waitingToo={form.values.waitingToo} />}
      <NumberInput required label={t('silence.mostPerDay')} description={t('silence.mostPerDayHelp')} min={1} max={10000} allowDecimal={false} {...form.getInputProps('mostPerDay')} />
      {leaves.length > 0 && (
        <MultiSelect label={t('silence.exempt')} description={t('silence.exemptHelp')} data={leaves.map((one) => ({ value: one.id!, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} {...form.getInputProps('exempt')} />
      )}
      <section aria-label={t('silence.reminder')}>
        <Title order={3} size="h5">{t('silence.reminder')}</Title>
        <Text size="sm" c="dimmed" mb="xs">{t('silence.variables')}</Text>
        <Words field="remind" input={form.getInputProps} />
      </section>
      <section aria-label={t('silence.closing')}>
        <Title order={3} size="h5">{t('silence.closing')}</Title>
        <Checkbox my="xs" label={t('silence.tellsClosing')} description={tellsClosing ? undefined : t('silence.tellsNot')} {...form.getInputProps('tellsClosing', { type: 'checkbox' })} />
        {tellsClosing && <Words field="closing" input={form.getInputProps} />}
      </section>
      <Checkbox label={t('silence.asksFeedback')} description={t('silence.asksFeedbackHelp')} {...form.getInputProps('asksFeedback', { type: 'checkbox' })} />
    </FormDrawer>
  );
}

function Words({ field, input }: { field: 'remind' | 'closing'; input: (path: string) => object }) {
  const { t } = useTranslation('contacts');
  return (
    <Stack gap="xs">
      <Textarea label={t('silence.inDutch')} autosize minRows={5} maxRows={14} {...input(`${field}Nl`)} />
      <Textarea label={t('silence.inEnglish')} autosize minRows={5} maxRows={14} {...input(`${field}En`)} />
    </Stack>
  );
}
