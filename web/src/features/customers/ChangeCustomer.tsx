import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { languages } from '@app/i18n';
import { Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeCustomer, customerKey, type Customer, type CustomerPage } from './api';

export function ChangeCustomer({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const queries = useQueryClient();
  const server = useServerForm(
    {
      initialValues: {
        name: customer.name ?? '',
        language: customer.language ?? '',
        country: customer.country ?? '',
        surveysDeclined: customer.surveysDeclined,
      },
    },
    async (values) => {
      const changed = await changeCustomer(customer.id, { ...values, country: values.country.toUpperCase() });
      queries.setQueryData<CustomerPage>(customerKey(customer.id), (page) => page && { ...page, customer: changed });
      void queries.invalidateQueries({ queryKey: ['customers', 'list'] });
      toastDone(t('app:saved'));
      onClose();
    },
  );
  const { form } = server;
  return (
    <FormDrawer opened title={t('change')} onClose={onClose} server={server}>
      <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
      <Select label={t('language')} clearable placeholder={t('languageOfBrand')} {...form.getInputProps('language')}
        onChange={(value) => form.setFieldValue('language', value ?? '')}
        data={languages.map((language) => ({ value: language, label: t(`app:languages.${language}`) }))} />
      <TextInput label={t('country')} description={t('countryHelp')} maxLength={2} {...form.getInputProps('country')} />
      <Switch label={t('declineLabel')} description={t('declineHelp')} {...form.getInputProps('surveysDeclined', { type: 'checkbox' })} />
    </FormDrawer>
  );
}
