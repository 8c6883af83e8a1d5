import { http } from '@app/api/http';
import { Problem } from '@app/api/problem';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { Drawer, Select, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { customerKey, type CustomerPage } from './api';

interface Props {
  customer: string;
  identities: CustomerPage['identities'];
  onClose: () => void;
}

/** Addresses to which one can write. */
const mailsOf = (identities: CustomerPage['identities']) => identities.filter((one) => one.kind === 'EMAIL' && !one.proposed);

/** A mail of ours to begin with: the conversation opens at the desk, where it is written as any other answer. */
export function BeginConversation({ customer, identities, onClose }: Props) {
  const { t } = useTranslation('customers');
  const go = useNavigate();
  const queries = useQueryClient();
  const [clientKey] = useState(() => crypto.randomUUID());
  const mails = mailsOf(identities);
  const server = useServerForm({ initialValues: { identity: mails[0]?.id ?? '', subject: '' } }, async (wanted) => {
    const { conversation } = await http.post<{ conversation: string }>('/api/desk/conversations', { customer, ...wanted, clientKey }).catch((failure: unknown) => {
      // which addresses he has now
      if (Problem.of(failure).fieldErrors.identity) void queries.invalidateQueries({ queryKey: customerKey(customer) });
      throw failure;
    });
    onClose();
    await go(`/desk/mine/${conversation}`);
  });
  const { form } = server;
  if (mails.length === 0) {
    return (
      <Drawer opened onClose={onClose} title={t('begin.title')} position="right" closeButtonProps={{ 'aria-label': t('app:close') }}>
        <Text size="sm">{t('begin.noMail')}</Text>
      </Drawer>
    );
  }
  return (
    <FormDrawer opened title={t('begin.title')} onClose={onClose} server={server} submit={t('begin.submit')}>
      <Text size="sm" c="dimmed">{t('begin.lead')}</Text>
      <Select label={t('begin.to')} required allowDeselect={false} data={mails.map((one) => ({ value: one.id, label: one.value }))} {...form.getInputProps('identity')} />
      <TextInput data-autofocus required label={t('begin.subject')} description={t('begin.subjectHelp')} {...form.getInputProps('subject')} />
    </FormDrawer>
  );
}
