import { toastDone, toastProblem } from '@app/announce';
import { useChannels } from '@app/channels';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { useUser } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Anchor, Button, Checkbox, NumberInput, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GUARD_MONTHS, kinds, retention, usePreview, type Draft, type Kind, type Rule } from './api';
import classes from './Retention.module.css';

interface Values extends Record<string, unknown> { brand: string; channel: string | null; kind: Kind; months: number | ''; confirmed: boolean }

/** One rule, with what it would take now. */
export function RuleDrawer({ rule, onClose }: { rule?: Rule; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const { brands } = useUser();
  const { channels } = useChannels();
  const queries = useQueryClient();
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: [...retention.key, 'rules'] });
    toastDone(text);
    onClose();
  };
  const server = useServerForm<Values>(
    { initialValues: { brand: rule?.brand ?? brands[0]?.id ?? '', channel: rule?.channel ?? null, kind: rule?.kind ?? 'CONTENT', months: rule?.months ?? 24, confirmed: false } },
    async (values) => {
      const draft = { ...values, channel: values.kind === 'CUSTOMERS' ? null : values.channel, months: Number(values.months) };
      await (rule ? retention.change(rule, draft.months, draft.confirmed) : retention.add(draft));
      await done(t('app:saved'));
    },
  );
  const { form } = server;
  const { values } = form;
  const customers = values.kind === 'CUSTOMERS';
  const short = values.months !== '' && values.months < GUARD_MONTHS && (!rule || values.months < rule.months);
  const remove = async () => {
    try {
      await retention.remove(rule!.id);
      await done(t('retention.removed'));
    } catch (fault) {
      toastProblem(fault);
    }
  };
  return (
    <FormDrawer opened title={t(rule ? 'retention.change' : 'retention.add')} onClose={onClose} server={server} size="lg"
      extra={rule && <Button variant="subtle" color="red.9" onClick={() => void remove()}>{t('retention.remove')}</Button>}>
      <Select label={t('retention.what')} allowDeselect={false} disabled={rule !== undefined} data={kinds.map((one) => ({ value: one, label: t(`retention.kind.${one}`) }))} {...form.getInputProps('kind')} />
      <Select label={t('retention.brand')} allowDeselect={false} disabled={rule !== undefined} data={brands.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('brand')} />
      {!customers && <Select label={t('retention.channel')} clearable disabled={rule !== undefined} placeholder={t('retention.otherChannels')} data={channels.map(({ key, name }) => ({ value: key, label: name }))} {...form.getInputProps('channel')} />}
      <NumberInput data-autofocus required label={t(customers ? 'retention.howLongCustomers' : 'retention.howLong')} description={t('retention.howLongHelp')} min={1} max={240} allowDecimal={false} {...form.getInputProps('months')} />
      {customers && <Text size="sm" c="dimmed">{t('retention.customersHelp')}</Text>}
      {short && <Checkbox label={t('retention.short', { count: GUARD_MONTHS })} {...form.getInputProps('confirmed', { type: 'checkbox' })} />}
      <Next values={values} />
    </FormDrawer>
  );
}

function Next({ values }: { values: Values }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const [settled] = useDebouncedValue(values, 300);
  const usable = settled.brand !== '' && settled.months !== '' && settled.months >= 1 && settled.months <= 240;
  const draft: Draft | undefined = usable ? { brand: settled.brand, channel: settled.kind === 'CUSTOMERS' ? null : settled.channel, kind: settled.kind, months: Number(settled.months), confirmed: true } : undefined;
  const preview = usePreview(draft);
  if (!usable) return null;
  if (preview.isPending) return <Loading height={100} />;
  if (preview.isError) return <Failed error={preview.error} height={100} />;
  const { total, months, first } = preview.data;
  if (total === 0) return <Text size="sm" c="dimmed">{t('retention.nothingNow')}</Text>;
  return (
    <section aria-label={t('retention.now')}>
      <Text fw={600} size="sm" mb={6}>{t('retention.takes', { count: total })}</Text>
      <table className={classes.months}>
        <tbody>{months.map(({ month, number }) => <tr key={month}><th scope="row">{month}</th><td className="numbers">{format.number(number)}</td></tr>)}</tbody>
      </table>
      {first.length > 0 && <Text size="sm" fw={600} mt="sm">{t('retention.first')}</Text>}
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {first.map((one) => (
          <li key={one.id + one.closedAt}>
            <Anchor component={Link} size="sm" to={settled.kind === 'CUSTOMERS' ? `/customers/${one.id}` : `/desk/all/${one.id}`}>
              {t(settled.kind === 'CUSTOMERS' ? 'retention.customer' : 'retention.case', { number: one.number, date: format.date(one.closedAt) })}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
