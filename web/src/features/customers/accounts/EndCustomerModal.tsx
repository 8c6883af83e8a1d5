import { PickCustomer } from '@app/accounts/PickCustomer';
import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { useUser } from '@app/session';
import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuyers, type Account } from './api';

/** Somebody we know, or somebody new, buys through the account from now on. */
export function EndCustomerModal({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { partnerId } = useUser();
  const { link, introduce } = useBuyers(account.id);
  const [way, setWay] = useState('known');
  const [chosen, choose] = useState<string>();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const fresh = way === 'new';
  const act = fresh ? introduce : link;
  const wrong = act.error ? Problem.of(act.error).fieldErrors : {};
  const done = { onSuccess: () => { toastDone(t('app:saved')); onClose(); } };
  const keep = () => { if (fresh) introduce.mutate({ name, address }, done); else if (chosen) link.mutate(chosen, done); };
  return (
    <Modal opened onClose={onClose} title={t('accounts.addEndCustomer')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <Stack>
          <SegmentedControl aria-label={t('app:forWhom.way')} value={way} onChange={setWay} data={[{ value: 'known', label: t('app:forWhom.known') }, { value: 'new', label: t('app:forWhom.new') }]} />
          {fresh
            ? (
              <>
                <TextInput required label={t('app:forWhom.name')} maxLength={200} value={name} error={wrong.name} onChange={(event) => setName(event.currentTarget.value)} />
                {!partnerId && <TextInput label={t('app:forWhom.address')} description={t('app:forWhom.addressHelp')} value={address} error={wrong.address} onChange={(event) => setAddress(event.currentTarget.value)} />}
              </>
            )
            : <PickCustomer label={t('accounts.addEndCustomer')} brand={account.brand} chosen={chosen} onChoose={(id) => choose(id)} />}
          {act.error && Object.keys(wrong).length === 0 && <ProblemNote error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={act.isPending} disabled={!fresh && !chosen}>{t('app:save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
