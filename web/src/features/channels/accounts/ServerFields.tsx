import { Fieldset, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Values } from './AccountForm';

interface Props {
  part: 'imap' | 'relay';
  /** There is one already, with a password that may stay. */
  known: boolean;
  values: Values;
  field: (name: keyof Values) => { value: string; error?: React.ReactNode; onChange: (event: React.ChangeEvent<HTMLInputElement>) => void };
  set: (values: Partial<Values>) => void;
}

/** A server to log in to: a mailbox, or the relay through which mail leaves. */
export function ServerFields({ part, known, values, field, set }: Props) {
  const { t } = useTranslation('channels');
  const tls = [{ value: 'tls', label: t('accounts.tls.tls') }, { value: 'starttls', label: t('accounts.tls.starttls') }, { value: 'none', label: t('accounts.tls.none') }];
  const oauth = part === 'imap' && values['imap.auth'] === 'xoauth2';
  return (
    <Fieldset legend={t(`accounts.part.${part}`)}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput label={t('accounts.field.host')} required {...field(`${part}.host`)} />
          <TextInput label={t('accounts.field.port')} inputMode="numeric" required {...field(`${part}.port`)} />
          <Select label={t('accounts.field.tls')} allowDeselect={false} data={tls} value={values[`${part}.tls`]}
            onChange={(value) => value && set({ [`${part}.tls`]: value } as Partial<Values>)} />
        </Group>
        {part === 'imap' && (
          <Select label={t('accounts.field.auth')} allowDeselect={false} value={values['imap.auth']}
            onChange={(value) => value && set({ 'imap.auth': value as Values['imap.auth'] })}
            data={[{ value: 'password', label: t('accounts.auth.password') }, { value: 'xoauth2', label: t('accounts.auth.xoauth2') }]} />
        )}
        <Group grow align="flex-start">
          <TextInput label={t('accounts.field.user')} autoComplete="off" {...field(`${part}.user`)} />
          <PasswordInput label={t(oauth ? 'accounts.field.token' : 'accounts.field.secret')} description={known ? t('accounts.field.secretAbout') : undefined}
            autoComplete="new-password" {...field(`${part}.secret`)} />
        </Group>
        {oauth && (
          <>
            <TextInput label={t('accounts.field.tokenUrl')} {...field('imap.tokenUrl')} />
            <Group grow align="flex-start">
              <TextInput label={t('accounts.field.clientId')} {...field('imap.clientId')} />
              <PasswordInput label={t('accounts.field.clientSecret')} autoComplete="new-password" {...field('imap.clientSecret')} />
            </Group>
          </>
        )}
        {part === 'imap' && (
          <>
            <Group grow align="flex-start">
              <TextInput label={t('accounts.field.folder')} description={t('accounts.field.folderAbout')} {...field('imap.folder')} />
              <TextInput label={t('accounts.field.sentFolder')} description={t('accounts.field.sentFolderAbout')} {...field('imap.sentFolder')} />
            </Group>
            <TextInput label={t('accounts.field.service')} description={t('accounts.field.serviceAbout')} {...field('imap.service')} />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
