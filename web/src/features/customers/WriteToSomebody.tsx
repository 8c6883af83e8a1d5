import { http } from '@app/api/http';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useUser } from '@app/session';
import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

interface Props {
  /** What was looked for; an address among it is who is written to. */
  text: string;
  onClose: () => void;
}

/** A mail of ours to whom we may not know yet; an address that we know is the customer whom we know. */
export function WriteToSomebody({ text, onClose }: Props) {
  const { t } = useTranslation('customers');
  const go = useNavigate();
  const { brands } = useUser();
  const [clientKey] = useState(() => crypto.randomUUID());
  // of several none is taken for granted: it stands above the mail
  const server = useServerForm({ initialValues: { brand: brands.length === 1 ? brands[0]!.id : null as string | null, address: text.includes('@') ? text : '', name: '', subject: '' } }, async (wanted) => {
    const { conversation } = await http.post<{ conversation: string }>('/api/desk/conversations/by-address', { ...wanted, clientKey });
    onClose();
    await go(`/desk/mine/${conversation}`);
  });
  const { form } = server;
  return (
    <FormDrawer opened title={t('begin.somebody')} onClose={onClose} server={server} submit={t('begin.submit')}>
      <Text size="sm" c="dimmed">{t('begin.somebodyLead')}</Text>
      {brands.length > 1 && (
        <Select data-autofocus label={t('begin.brand')} required allowDeselect={false} data={brands.map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('brand')} />
      )}
      <TextInput data-autofocus={brands.length > 1 ? undefined : true} required inputMode="email" autoComplete="off" label={t('begin.address')} {...form.getInputProps('address')} />
      <TextInput autoComplete="off" label={t('begin.name')} description={t('begin.nameHelp')} {...form.getInputProps('name')} />
      <TextInput required label={t('begin.subject')} description={t('begin.subjectHelp')} {...form.getInputProps('subject')} />
    </FormDrawer>
  );
}
