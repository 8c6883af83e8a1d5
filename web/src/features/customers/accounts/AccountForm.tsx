import { accountsKey } from '@app/accounts/api';
import { toastDone } from '@app/announce';
import { http, withQuery } from '@app/api/http';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { useCustomerGroups } from '@app/groups/api';
import { useUser } from '@app/session';
import { Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useManagers, type Account, type Kind } from './api';

const kinds: Kind[] = ['RESELLER', 'BUSINESS'];

interface Props {
  brand: string;
  account?: Account;
  /** As it stands now, to see what a colleague made of it. */
  now?: Account;
  onReplace?: (account: Account) => void;
  onMade?: (id: string) => void;
  onClose: () => void;
}

/** Making or changing an account. */
export function AccountForm({ brand: first, account, now, onReplace, onMade, onClose }: Props) {
  const { t, i18n } = useTranslation('customers');
  const { brands } = useUser();
  const queries = useQueryClient();
  const [brand, setBrand] = useState(account?.brand ?? first);
  const managers = useManagers(brand).data ?? [];
  const groups = (useCustomerGroups().data ?? []).filter((one) => one.brand === brand && (!one.archived || one.id === account?.group));
  const theirs = useTheirs(account, now && [now], (one) => onReplace?.(one));
  const server = useServerForm({
    initialValues: {
      kind: account?.kind ?? 'RESELLER' as Kind, name: account?.name ?? '', number: account?.number ?? '', manager: account?.manager ?? null as string | null,
      group: account?.group ?? null as string | null, domains: account?.domains ?? [] as string[], archived: account?.archived ?? false,
    },
  }, async ({ manager, group, ...values }) => {
    const body = { ...values, manager: manager ?? undefined, group: group ?? undefined, version: account?.version ?? 0 };
    try {
      const made = await (account ? http.put<undefined>(`/api/accounts/${account.id}`, body) : http.post<{ id: string }>(withQuery('/api/accounts', { brand }), body));
      onClose();
      toastDone(t('app:saved'));
      if (made) onMade?.(made.id);
    } finally {
      await queries.invalidateQueries({ queryKey: accountsKey });
    }
  });
  const { form } = server;
  const people = account?.manager && !managers.some((one) => one.id === account.manager) ? [...managers, { id: account.manager, name: account.managerName ?? '' }] : managers;
  return (
    <FormDrawer opened title={t(account ? 'accounts.changeTitle' : 'accounts.add')} onClose={onClose} server={server} theirs={theirs}>
      {!account && brands.length > 1 && (
        <Select label={t('brand')} allowDeselect={false} value={brand} data={brands.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(next) => { if (!next) return; setBrand(next); form.setValues({ manager: null, group: null }); }} />
      )}
      <TextInput data-autofocus required label={t('name')} {...form.getInputProps('name')} />
      <Select label={t('accounts.kind')} allowDeselect={false} data={kinds.map((one) => ({ value: one, label: t(`app:accounts.kinds.${one}`) }))} {...form.getInputProps('kind')} />
      <TextInput label={t('accounts.number')} description={t('accounts.numberHelp')} {...form.getInputProps('number')} />
      <TagsInput label={t('accounts.domains')} description={t('accounts.domainsHelp')} placeholder={form.getValues().domains.length ? undefined : t('accounts.domainsExample')} acceptValueOnBlur splitChars={[',', ' ', ';']} clearable {...form.getInputProps('domains')} />
      <Select label={t('accounts.manager')} placeholder={t('accounts.noManager')} searchable clearable data={people.map((one) => ({ value: one.id, label: one.name }))} {...form.getInputProps('manager')} />
      {groups.length > 0 && (
        <Select label={t('groups.of')} description={t('accounts.groupHelp')} placeholder={t('groups.noGroup')} clearable
          data={groups.map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} {...form.getInputProps('group')} />
      )}
      {account && <Switch label={t('app:accounts.archived')} description={t('accounts.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
