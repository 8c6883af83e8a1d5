import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { PageHead } from '@app/list/PageHead';
import { useSession } from '@app/session';
import { Failed, Loading } from '@app/states';
import { Alert, Anchor, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconClockPause, IconInfoCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { askers, erase, reasons, usePreview, type Asked, type Preview } from './api';
import { Counts } from './Counts';
import classes from './Erasing.module.css';

/** What erasing this customer takes, what stays, what it waits for; and then the act itself, which cannot be undone. */
export default function EraseCustomerPage() {
  const { t } = useTranslation('customers');
  const { id = '' } = useParams();
  const preview = usePreview(id);
  return (
    <>
      <PageHead title={t('erase.title')} lead={t('erase.lead')} up={{ to: `/customers/${id}`, label: t('erase.back') }} />
      {preview.isPending ? <Loading /> : preview.isError ? <Failed error={preview.error} onRetry={() => void preview.refetch()} /> : <Ask preview={preview.data} />}
    </>
  );
}

/** What looks the same on the screen is the same. */
const asTyped = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function Ask({ preview }: { preview: Preview }) {
  const { t } = useTranslation('customers');
  if (preview.underWay) {
    return (
      <Alert icon={<IconInfoCircle />} title={t('erase.underWay')}>
        <Anchor component={Link} to={`/erasures/${preview.underWay.id}`}>{t('erase.toReceipt', { number: preview.underWay.number })}</Anchor>
      </Alert>
    );
  }
  return (
    <Stack gap="lg" maw={680}>
      <section className={classes.card} aria-label={t('erase.goes')}><Counts counts={preview.erased} label={t('erase.goes')} /></section>
      <section className={classes.card} aria-label={t('erase.stays')}>
        <Text fw={600} mb={6}>{t('erase.stays')}</Text>
        <Text size="sm">{t('erase.staysHelp')}</Text>
        <Text size="sm" mt="xs">{t('erase.elsewhere')}</Text>
      </section>
      {preview.held.length > 0 && <Waits preview={preview} />}
      <AskForm preview={preview} />
    </Stack>
  );
}

function Waits({ preview }: { preview: Preview }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  return (
    <Alert icon={<IconClockPause />} title={t('erase.waits')}>
      <Text size="sm">{t('erase.waitsHelp')}</Text>
      <ul style={{ margin: '8px 0 0', paddingLeft: 18 }}>
        {preview.held.map(({ kind, number, id }) => (
          <li key={kind + id}>
            {may('contacts.view') ? <Anchor component={Link} inherit to={`/cases/${id}`}>{t(`erase.held.${kind}`, { number })}</Anchor> : t(`erase.held.${kind}`, { number })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function AskForm({ preview }: { preview: Preview }) {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const server = useServerForm<Asked & Record<string, unknown>>(
    { initialValues: { askedBy: 'CUSTOMER', reason: 'REQUEST', reference: '', ordersToo: false, confirm: '' } },
    async (values) => {
      const receipt = await erase(preview.customer, values);
      queries.removeQueries({ queryKey: ['customers', 'one', preview.customer] });
      void queries.invalidateQueries({ queryKey: ['customers', 'erasures'] });
      void navigate(`/erasures/${receipt.id}`);
    },
  );
  const { form } = server;
  return (
    <form onSubmit={server.submit} noValidate className={classes.card}>
      <Stack>
        <Select label={t('erase.askedBy')} allowDeselect={false} data={askers.map((one) => ({ value: one, label: t(`erase.asker.${one}`) }))} {...form.getInputProps('askedBy')} />
        <Select label={t('erase.reason')} allowDeselect={false} data={reasons.map((one) => ({ value: one, label: t(`erase.why.${one}`) }))} {...form.getInputProps('reason')} />
        <TextInput label={t('erase.reference')} description={t('erase.referenceHelp')} maxLength={60} {...form.getInputProps('reference')} />
        {preview.orders > 0 && (
          <Radio.Group label={t('erase.orders', { count: preview.orders })} value={form.values.ordersToo ? 'too' : 'keep'} onChange={(value) => form.setFieldValue('ordersToo', value === 'too')}>
            <Stack gap="xs" mt="xs">
              <Radio value="keep" label={t('erase.ordersKeep')} description={t('erase.ordersKeepHelp')} />
              <Radio value="too" label={t('erase.ordersToo')} description={t('erase.ordersTooHelp')} />
            </Stack>
          </Radio.Group>
        )}
        <TextInput required autoComplete="off" label={t('erase.confirm', { words: preview.confirm })} description={t('erase.confirmHelp')} {...form.getInputProps('confirm')} />
        <ProblemNote error={server.problem} />
        <Group justify="flex-end">
          <Button variant="default" component={Link} to={`/customers/${preview.customer}`}>{t('app:cancel')}</Button>
          <Button type="submit" color="red.9" loading={server.sending} disabled={asTyped(form.values.confirm) !== asTyped(preview.confirm)}>
            {t(preview.held.length > 0 ? 'erase.later' : 'erase.now')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
