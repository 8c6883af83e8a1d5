import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { offered } from '@app/form/offered';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { gestureKey } from '@app/gestures/api';
import { Failed, Loading } from '@app/states';
import { Button, Group, NumberInput, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { storeTerms, useGestureTeams, useTerms, type Role, type Terms } from './api';

/** Who may give customers something at all, from the customer upwards. */
const givers: Role[] = ['agent', 'senior', 'team-leader', 'supervisor', 'manager', 'partner-manager'];

/** The highest amount per role, and the budget per team and month. */
export function TermsSection({ brand }: { brand: string }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const terms = useTerms(brand);
  const teams = useGestureTeams();
  const [editing, setEditing] = useState<Terms>();
  if (terms.isPending || teams.isPending) return <Loading height={160} />;
  if (terms.isError) return <Failed error={terms.error} onRetry={() => void terms.refetch()} height={160} />;
  if (teams.isError) return <Failed error={teams.error} onRetry={() => void teams.refetch()} height={160} />;
  const money = (minor: number) => format.money(minor, terms.data.currency);
  const theirs = editing && editing.version !== terms.data.version ? () => setEditing(terms.data) : undefined;
  return (
    <section aria-labelledby="terms">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="terms">{t('giftSettings.terms')}</Title>
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(terms.data)}>{t('giftSettings.changeTerms')}</Button>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">{t('giftSettings.termsLead')}</Text>
      <Rows head={t('giftSettings.mandate')} none={t('giftSettings.noMandate')} rows={terms.data.mandates.map((one) => [t(`people:role.${one.role}`), money(one.amountMinor)])} />
      <Rows head={t('giftSettings.budget')} none={t('giftSettings.noBudget')} rows={terms.data.budgets.map((one) => [teams.data.find(({ id }) => id === one.team)?.name ?? '', money(one.amountMinor)])} />
      {editing && <TermsForm key={editing.version} brand={brand} terms={editing} theirs={theirs} teams={offered(teams.data, editing.budgets.map((one) => one.team))} onClose={() => setEditing(undefined)} />}
    </section>
  );
}

function Rows({ head, none, rows }: { head: string; none: string; rows: [string, string][] }) {
  return (
    <Table className="numbers" mb="md" verticalSpacing="xs">
      <Table.Thead><Table.Tr><Table.Th colSpan={2}>{head}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.length === 0 && <Table.Tr><Table.Td colSpan={2} c="dimmed">{none}</Table.Td></Table.Tr>}
        {rows.map(([name, amount]) => <Table.Tr key={name}><Table.Td>{name}</Table.Td><Table.Td ta="right">{amount}</Table.Td></Table.Tr>)}
      </Table.Tbody>
    </Table>
  );
}

interface FormProps { brand: string; terms: Terms; theirs?: () => void; teams: { id: string; name: string }[]; onClose: () => void }

function TermsForm({ brand, terms, theirs, teams, onClose }: FormProps) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const roles = [...givers, ...terms.mandates.map((one) => one.role).filter((role) => !givers.includes(role))];
  const first: Record<string, string | number> = { currency: terms.currency };
  for (const role of roles) first[`mandates.${role}`] = inWhole(terms.mandates.find((one) => one.role === role)?.amountMinor);
  for (const team of teams) first[`budgets.${team.id}`] = inWhole(terms.budgets.find((one) => one.team === team.id)?.amountMinor);
  // a field is called as the server calls it, so its refusal stands where it belongs; a dot is no path here
  const key = (name: string) => name.replaceAll('.', '_');
  const named = Object.fromEntries(Object.entries(first).map(([name, value]) => [key(name), value]));
  const server = useServerForm({ initialValues: named }, async (values) => {
    const minor = (name: string) => (typeof values[key(name)] === 'number' ? Math.round(Number(values[key(name)]) * 100) : undefined);
    await storeTerms(brand, {
      currency: String(values.currency).trim().toUpperCase(),
      version: terms.version,
      mandates: roles.flatMap((role) => { const amountMinor = minor(`mandates.${role}`); return amountMinor === undefined ? [] : [{ role, amountMinor }]; }),
      budgets: teams.flatMap((team) => { const amountMinor = minor(`budgets.${team.id}`); return amountMinor === undefined ? [] : [{ team: team.id, amountMinor }]; }),
    });
    onClose();
    toastDone(t('app:saved'));
    await queries.invalidateQueries({ queryKey: gestureKey });
  });
  const { form, problem } = server;
  const amount = (name: string, label: string) => (
    <NumberInput key={name} label={label} leftSection={String(form.values.currency)} leftSectionWidth={52} decimalScale={2} min={0} clampBehavior="none" hideControls decimalSeparator={t('giftSettings.decimal')}
      {...form.getInputProps(key(name))} error={problem?.fieldErrors[name]} />
  );
  return (
    <FormDrawer opened title={t('giftSettings.changeTerms')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('giftSettings.currency')} description={t('giftSettings.currencyHelp')} maxLength={3} {...form.getInputProps('currency')} />
      <Title order={3} size="h5">{t('giftSettings.mandate')}</Title>
      <Text size="sm" c="dimmed">{t('giftSettings.mandateHelp')}</Text>
      {roles.map((role) => amount(`mandates.${role}`, t(`people:role.${role}`)))}
      <Title order={3} size="h5">{t('giftSettings.budget')}</Title>
      <Text size="sm" c="dimmed">{t('giftSettings.budgetHelp')}</Text>
      {teams.map((team) => amount(`budgets.${team.id}`, team.name))}
    </FormDrawer>
  );
}

const inWhole = (minor: number | undefined) => (minor === undefined ? '' : minor / 100);
