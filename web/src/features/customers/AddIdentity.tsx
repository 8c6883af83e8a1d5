import { toastDone, toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { toastUndo, useConfirm } from '@app/confirm';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addIdentity, type Customer } from './api';

interface Address { kind: 'EMAIL' | 'PHONE'; value: string }

interface Props {
  customer: Customer;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** An address that a person knows to be this customer's; when it is another's, he is asked whether they are the same. */
export function AddIdentity({ customer, onClose, onDone }: Props) {
  const { t } = useTranslation('customers');
  const confirm = useConfirm();

  const add = async (address: Address): Promise<boolean> => {
    try {
      const { value } = await addIdentity(customer.id, { ...address, take: false });
      toastDone(t('address.added', { value }));
      return true;
    } catch (fault) {
      const { code, details } = Problem.of(fault);
      const { customer: owner, name } = details.arguments ?? {};
      if (code !== 'customers/identity-taken' || typeof owner !== 'string') throw fault;
      return move(address, owner, String(name || t('address.other')));
    }
  };
  const move = async (address: Address, from: string, name: string): Promise<boolean> => {
    const same = await confirm({ title: t('address.same'), body: t('address.sameHelp', { value: address.value, name }), confirm: t('address.move') });
    if (!same) return false;
    const { value } = await addIdentity(customer.id, { ...address, take: true });
    toastUndo(t('address.moved', { value }), t('address.undo'), () => {
      addIdentity(from, { ...address, take: true }).catch(toastProblem).finally(() => void onDone());
    });
    return true;
  };
  const server = useServerForm<Address & Record<string, unknown>>({ initialValues: { kind: 'EMAIL', value: '' } }, async ({ kind, value }) => {
    if (!await add({ kind, value })) return;
    await onDone();
    onClose();
  });
  const { form } = server;
  const { kind } = form.values;
  return (
    <FormDrawer opened title={t('address.add')} onClose={onClose} server={server}>
      <SegmentedControl aria-label={t('address.kind')} data={(['EMAIL', 'PHONE'] as const).map((one) => ({ value: one, label: t(`identity.${one}`) }))}
        {...form.getInputProps('kind')} />
      <TextInput data-autofocus required inputMode={kind === 'EMAIL' ? 'email' : 'tel'} label={t(`identity.${kind}`)} description={t('address.addHelp')}
        {...form.getInputProps('value')} />
    </FormDrawer>
  );
}
