import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { startingPriorities, storeReason, type Reason, type StartsAs } from './api';
import { useStored } from './useStore';

interface Props { brand: string; reason?: Reason; parent?: string; reasons: Reason[]; onReplace: (reason: Reason) => void; onClose: () => void }

export function ReasonForm({ brand, reason, parent, reasons, onReplace, onClose }: Props) {
  const { t, i18n } = useTranslation('organisation');
  const stored = useStored(onClose);
  const theirs = useTheirs(reason, reasons, onReplace);
  const brothers = reasons.filter((one) => one.parent === (reason?.parent ?? parent));
  const server = useServerForm({
    initialValues: {
      parent: reason?.parent ?? parent ?? null as string | null,
      nameNl: reason?.nameNl ?? '',
      nameEn: reason?.nameEn ?? '',
      position: reason?.position ?? (brothers.at(-1)?.position ?? 0) + 10,
      offeredToCustomers: reason?.offeredToCustomers ?? false,
      startsAs: reason?.startsAs ?? null as StartsAs | null,
      archived: reason?.archived ?? false,
    },
  }, (values) => stored(storeReason(brand, reason?.id, { ...values, startsAs: values.startsAs ?? undefined, version: reason?.version })));
  const { form } = server;
  const parents = reasons.filter((one) => !one.archived && one.id !== reason?.id && !reasons.find((above) => above.id === one.parent)?.parent);
  return (
    <FormDrawer opened title={reason ? t('reasons.change') : t('reasons.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('nameEn')} {...form.getInputProps('nameEn')} />
      <Select label={t('reasons.parent')} clearable searchable placeholder={t('reasons.top')} {...form.getInputProps('parent')}
        data={parents.map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} />
      <NumberInput label={t('position')} description={t('positionHelp')} min={0} {...form.getInputProps('position')} />
      <Select label={t('reasons.startsAs')} description={t('reasons.startsAsHelp')} clearable placeholder={t(form.values.parent ? 'reasons.startsAsAbove' : 'reasons.startsAsTop')} {...form.getInputProps('startsAs')}
        data={startingPriorities.map((one) => ({ value: one, label: t(`reasons.priorities.${one}`) }))} />
      <Switch label={t('reasons.offered')} description={t('reasons.offeredHelp')} {...form.getInputProps('offeredToCustomers', { type: 'checkbox' })} />
      {reason && <Switch label={t('archived')} description={t('reasons.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
