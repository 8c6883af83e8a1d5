import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from './api';
import { useSayWhose, type Address } from './useSayWhose';

interface Props {
  customer: Customer;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** An address that a person knows to be this customer's. */
export function AddIdentity({ customer, onClose, onDone }: Props) {
  const { t } = useTranslation('customers');
  const say = useSayWhose(customer, onDone);
  const server = useServerForm<Address & Record<string, unknown>>({ initialValues: { kind: 'EMAIL', value: '' } }, async ({ kind, value }) => {
    if (!await say({ kind, value })) return;
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
