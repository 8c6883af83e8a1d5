import { accountsKey, type Agreement } from '@app/accounts/api';
import { toastDone, toastProblem } from '@app/announce';
import { http, withQuery } from '@app/api/http';
import { useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

interface Props { account: string; agreement?: Agreement; all: Agreement[]; onReplace: (agreement: Agreement) => void; onClose: () => void }

/** What was agreed with an account. */
export function AgreementForm({ account, agreement, all, onReplace, onClose }: Props) {
  const { t, i18n } = useTranslation('customers');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const theirs = useTheirs(agreement, all, onReplace);
  const at = `/api/accounts/${account}/agreements`;
  const after = () => queries.invalidateQueries({ queryKey: accountsKey });
  const server = useServerForm({
    initialValues: {
      title: agreement?.title ?? '', words: agreement?.words ?? '', validFrom: agreement?.validFrom ?? null as string | null,
      validUntil: agreement?.validUntil ?? null as string | null, link: agreement?.link ?? '',
    },
  }, async (values) => {
    const body = { ...values, validFrom: values.validFrom ?? undefined, validUntil: values.validUntil ?? undefined, version: agreement?.version ?? 0 };
    try {
      await (agreement ? http.put(`${at}/${agreement.id}`, body) : http.post(at, body));
      onClose();
      toastDone(t('app:saved'));
    } finally {
      await after();
    }
  });
  const drop = async () => {
    if (!agreement || !await confirm({ title: t('accounts.dropAsk'), body: t('accounts.dropHelp'), confirm: t('accounts.drop'), danger: true })) return;
    try {
      await http.delete(withQuery(`${at}/${agreement.id}`, { version: agreement.version }));
      onClose();
      toastDone(t('accounts.dropped'));
    } catch (failure) {
      toastProblem(failure);
    } finally {
      await after();
    }
  };
  const { form } = server;
  const day = { locale: i18n.language, valueFormat: 'D MMM YYYY', clearable: true } as const;
  return (
    <FormDrawer opened title={t(agreement ? 'accounts.changeAgreement' : 'accounts.addAgreement')} onClose={onClose} server={server} theirs={theirs}
      extra={agreement && <Button variant="subtle" color="red.9" onClick={() => void drop()}>{t('accounts.drop')}</Button>}>
      <TextInput data-autofocus required label={t('accounts.agreed')} {...form.getInputProps('title')} />
      <Textarea label={t('accounts.words')} autosize minRows={3} maxRows={10} {...form.getInputProps('words')} />
      <Group grow align="flex-start">
        <DateInput label={t('accounts.validFrom')} {...day} {...form.getInputProps('validFrom')} />
        <DateInput label={t('accounts.validUntil')} {...day} {...form.getInputProps('validUntil')} />
      </Group>
      <TextInput type="url" label={t('accounts.link')} description={t('accounts.linkHelp')} {...form.getInputProps('link')} />
    </FormDrawer>
  );
}
