import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../announce';
import { Problem } from '../api/problem';
import { ProblemNote } from '../form/ProblemNote';
import { useUser } from '../session';
import { useForWhom, type Person } from './api';
import { PickCustomer } from './PickCustomer';

interface Props {
  caseId: string;
  brand: string;
  customer?: string;
  account?: string;
  forWhom?: Person;
  onClose: () => void;
}

/** Somebody we know, or somebody new by name. */
export function ForWhomModal({ caseId, brand, customer, account, forWhom, onClose }: Props) {
  const { t } = useTranslation();
  const { partnerId } = useUser();
  const set = useForWhom(caseId);
  const [way, setWay] = useState('known');
  const [chosen, choose] = useState<string>();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const wrong = set.error ? Problem.of(set.error).fieldErrors : {};
  const fresh = way === 'new';
  const keep = () => set.mutate(fresh ? { newcomer: { name, address }, was: forWhom?.id } : { customer: chosen, was: forWhom?.id }, {
    onSuccess: () => { toastDone(t('saved')); onClose(); },
  });
  return (
    <Modal opened onClose={onClose} title={t('forWhom.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <Stack>
          <Text size="sm" c="dimmed">{t('forWhom.lead')}</Text>
          <SegmentedControl aria-label={t('forWhom.way')} value={way} onChange={(next) => { set.reset(); setWay(next); }}
            data={[{ value: 'known', label: t('forWhom.known') }, { value: 'new', label: t('forWhom.new') }]} />
          {fresh
            ? (
              <>
                <TextInput data-autofocus required label={t('forWhom.name')} maxLength={200} value={name} error={wrong.name} onChange={(event) => setName(event.currentTarget.value)} />
                {!partnerId && <TextInput label={t('forWhom.address')} description={t('forWhom.addressHelp')} value={address} error={wrong.address} onChange={(event) => setAddress(event.currentTarget.value)} />}
              </>
            )
            : <PickCustomer label={t('forWhom.title')} brand={brand} account={account} than={customer} chosen={chosen} onChoose={(id) => choose(id)} />}
          {wrong.customer && <Text size="sm" c="red.9" role="alert">{wrong.customer}</Text>}
          {set.error && Object.keys(wrong).length === 0 && <ProblemNote error={set.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" loading={set.isPending} disabled={!fresh && !chosen}>{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
