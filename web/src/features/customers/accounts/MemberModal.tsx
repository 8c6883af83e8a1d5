import { useMembership } from '@app/accounts/api';
import { PickCustomer } from '@app/accounts/PickCustomer';
import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Member } from './api';

interface Props { account: Account; member?: Member; first: boolean; onClose: () => void }

/** A customer becomes a member, or is something else there from now on. */
export function MemberModal({ account, member, first, onClose }: Props) {
  const { t } = useTranslation('customers');
  const { put } = useMembership(account.id);
  const [customer, choose] = useState(member?.customer);
  const [role, setRole] = useState(member?.role ?? '');
  const [main, setMain] = useState(member?.main ?? first);
  const wrong = put.error ? Problem.of(put.error).fieldErrors : {};
  const keep = () => customer && put.mutate({ customer, role, main, version: member?.version ?? 0 }, { onSuccess: () => { toastDone(t('app:saved')); onClose(); } });
  return (
    <Modal opened onClose={onClose} title={member ? t('accounts.changeMember', { name: member.name ?? t('unnamed') }) : t('accounts.addMember')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <Stack>
          {!member && <PickCustomer label={t('accounts.addMember')} brand={account.brand} chosen={customer} onChoose={(id) => choose(id)} />}
          <TextInput label={t('accounts.role')} description={t('accounts.roleHelp')} maxLength={80} value={role} error={wrong.role} onChange={(event) => setRole(event.currentTarget.value)} />
          <Checkbox label={t('app:accounts.main')} description={t('accounts.mainHelp')} checked={main} onChange={(event) => setMain(event.currentTarget.checked)} />
          {put.error && Object.keys(wrong).length === 0 && <ProblemNote error={put.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={put.isPending} disabled={!customer}>{t('app:save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
