import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { gestureKey, type GestureChoice } from '@app/gestures/api';
import { kinds } from '@app/gestures/kinds';
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { storeChoice, useTerms } from './api';

interface Props { brand: string; choice?: GestureChoice; all: GestureChoice[]; onReplace: (choice: GestureChoice) => void; onClose: () => void }

/** One thing that may be given: what it is called, what it costs, and what the customer is told. */
export function ChoiceForm({ brand, choice, all, onReplace, onClose }: Props) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const currency = useTerms(brand).data?.currency ?? choice?.currency;
  const theirs = useTheirs(choice, all, onReplace);
  const server = useServerForm({
    initialValues: {
      kind: choice?.kind ?? 'VOUCHER' as GestureChoice['kind'],
      nameNl: choice?.nameNl ?? '',
      nameEn: choice?.nameEn ?? '',
      amountMinor: (choice ? choice.amountMinor / 100 : '') as number | '',
      free: choice?.free ?? false,
      toldNl: choice?.toldNl ?? '',
      toldEn: choice?.toldEn ?? '',
      archived: choice?.archived ?? false,
    },
    validate: { amountMinor: (value) => (typeof value === 'number' ? null : t('gestures.needed')) },
  }, async (values) => {
    await storeChoice(brand, choice?.id, { ...values, amountMinor: Math.round(Number(values.amountMinor) * 100) });
    onClose();
    toastDone(t('app:saved'));
    await queries.invalidateQueries({ queryKey: gestureKey });
  });
  const { form } = server;
  return (
    <FormDrawer opened title={t(choice ? 'giftSettings.change' : 'giftSettings.add')} onClose={onClose} server={server} theirs={theirs}>
      <Select label={t('giftSettings.kind')} allowDeselect={false} {...form.getInputProps('kind')} data={kinds.map((one) => ({ value: one, label: t(`giftSettings.kinds.${one}`) }))} />
      <TextInput data-autofocus label={t('giftSettings.nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('giftSettings.nameEn')} {...form.getInputProps('nameEn')} />
      <Switch label={t('giftSettings.free')} description={t('giftSettings.freeHelp')} {...form.getInputProps('free', { type: 'checkbox' })} />
      <NumberInput label={t(form.values.free ? 'giftSettings.most' : 'giftSettings.cost')} leftSection={currency} leftSectionWidth={52} decimalScale={2} min={0} clampBehavior="none" hideControls decimalSeparator={t('giftSettings.decimal')} {...form.getInputProps('amountMinor')} />
      <Textarea label={t('giftSettings.toldNl')} description={t('giftSettings.toldHelp', { amount: '{amount}' })} autosize minRows={2} maxLength={500} {...form.getInputProps('toldNl')} />
      <Textarea label={t('giftSettings.toldEn')} autosize minRows={2} maxLength={500} {...form.getInputProps('toldEn')} />
      {choice && <Switch label={t('giftSettings.archived')} description={t('giftSettings.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
