import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useSession } from '@app/session';
import { SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInboxActions } from '../api';
import type { Inbox, InboxDraft, Tls } from '../types';
import { ServerFields } from './ServerFields';

export type Values = {
  brand: string; address: string; name: string; kind: 'smtp' | 'imap'; ownRelay: boolean;
  'imap.host': string; 'imap.port': number; 'imap.tls': Tls; 'imap.user': string; 'imap.auth': 'password' | 'xoauth2'; 'imap.secret': string;
  'imap.folder': string; 'imap.tokenUrl': string; 'imap.clientId': string; 'imap.clientSecret': string; 'imap.service': string; 'imap.sentFolder': string;
  'relay.host': string; 'relay.port': number; 'relay.tls': Tls; 'relay.user': string; 'relay.secret': string;
};

function start(inbox: Inbox | undefined, brand: string): Values {
  const { imap, relay } = inbox ?? {};
  return {
    brand: inbox?.brand ?? brand, address: inbox?.address ?? '', name: inbox?.name ?? '', kind: inbox?.kind ?? 'smtp', ownRelay: !!relay,
    'imap.host': imap?.host ?? '', 'imap.port': imap?.port ?? 993, 'imap.tls': imap?.tls ?? 'tls', 'imap.user': imap?.user ?? '',
    'imap.auth': imap?.auth ?? 'password', 'imap.secret': '', 'imap.folder': imap?.folder ?? 'INBOX', 'imap.tokenUrl': imap?.tokenUrl ?? '',
    'imap.clientId': imap?.clientId ?? '', 'imap.clientSecret': '', 'imap.service': imap?.service ?? '', 'imap.sentFolder': imap?.sentFolder ?? '',
    'relay.host': relay?.host ?? '', 'relay.port': relay?.port ?? 587, 'relay.tls': relay?.tls ?? 'starttls', 'relay.user': relay?.user ?? '',
    'relay.secret': '',
  };
}

function draft(values: Values): InboxDraft {
  return {
    brand: values.brand, address: values.address, name: values.name, kind: values.kind,
    imap: values.kind === 'imap'
      ? {
        host: values['imap.host'], port: values['imap.port'], tls: values['imap.tls'], user: values['imap.user'], auth: values['imap.auth'],
        secret: values['imap.secret'] || undefined, folder: values['imap.folder'], tokenUrl: values['imap.tokenUrl'],
        clientId: values['imap.clientId'], clientSecret: values['imap.clientSecret'] || undefined, service: values['imap.service'], sentFolder: values['imap.sentFolder'],
      }
      : undefined,
    relay: values.ownRelay
      ? { host: values['relay.host'], port: values['relay.port'], tls: values['relay.tls'], user: values['relay.user'], secret: values['relay.secret'] || undefined }
      : undefined,
  };
}

/** Adds or changes an address; a password that is left empty stays what it was. */
export function AccountForm({ inbox, done }: { inbox?: Inbox; done: () => void }) {
  const { t } = useTranslation('channels');
  const { user } = useSession();
  const { save } = useInboxActions();
  const brands = user?.brands ?? [];
  const server = useServerForm<Values>(
    { initialValues: start(inbox, brands[0]?.id ?? '') },
    async (values) => {
      await save.mutateAsync({ id: inbox?.id, draft: draft(values) });
      toastDone(t('app:saved'));
      done();
    },
  );
  const { form } = server;
  // The names hold a dot, which the form library would read as a path.
  const field = (name: keyof Values) => ({
    value: String(form.values[name]), error: form.errors[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      form.setValues({ [name]: name.endsWith('.port') ? Number(value) || 0 : value } as Partial<Values>);
    },
  });
  const set = (values: Partial<Values>) => form.setValues(values);
  return (
    <FormDrawer opened size={560} title={inbox?.address ?? t('accounts.add')} onClose={done} server={server}>
      <Select label={t('accounts.field.brand')} allowDeselect={false} value={form.values.brand} error={form.errors.brand}
        onChange={(brand) => brand && set({ brand })} data={brands.map((brand) => ({ value: brand.id, label: brand.name }))} />
      <TextInput label={t('accounts.field.address')} type="email" required {...field('address')} />
      <TextInput label={t('accounts.field.name')} description={t('accounts.field.nameAbout')} required {...field('name')} />
      <SegmentedControl aria-label={t('accounts.field.kind')} value={form.values.kind} onChange={(kind) => set({ kind: kind as Values['kind'] })}
        data={[{ value: 'smtp', label: t('accounts.kinds.smtp') }, { value: 'imap', label: t('accounts.kinds.imap') }]} />
      {form.values.kind === 'imap' && <ServerFields part="imap" known={!!inbox?.imap} values={form.values} field={field} set={set} />}
      <Switch label={t('accounts.field.ownRelay')} description={t('accounts.field.ownRelayAbout')} checked={form.values.ownRelay}
        onChange={(event) => set({ ownRelay: event.currentTarget.checked })} />
      {form.values.ownRelay && <ServerFields part="relay" known={!!inbox?.relay} values={form.values} field={field} set={set} />}
    </FormDrawer>
  );
}
