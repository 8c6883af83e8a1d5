import { toastDone } from '@app/announce';
import { definitions, type Field, type Kind } from '@app/fields/api';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { Fieldset, MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api';
import { changeField, createField, keyOf, requireds, types, type Draft } from './api';
import { ChoicesEditor } from './ChoicesEditor';
import { Preview } from './Preview';
import { ShownFor } from './ShownFor';
import { useReasonOptions, useResultOptions } from './words';

interface Props { brand: string; kind: Kind; field?: Field; all: Field[]; onReplace: (field: Field) => void; onClose: () => void }

/** Making or changing a field: what stands in it, what it is called, when it is shown and when it must be known. */
export function FieldForm({ brand, kind, field, all, onReplace, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const theirs = useTheirs(field, all, onReplace);
  const reasons = useReasons(brand);
  const server = useServerForm({
    initialValues: {
      key: field?.key ?? '', type: field?.type ?? 'ONE_LINE' as Draft['type'], nameNl: field?.nameNl ?? '', nameEn: field?.nameEn ?? '', helpNl: field?.helpNl ?? '', helpEn: field?.helpEn ?? '',
      unit: field?.unit ?? '', choices: field?.choices ?? [] as Draft['choices'], required: field?.required ?? 'NEVER' as Draft['required'], reasons: field?.reasons ?? [] as string[],
      results: field?.results ?? [] as string[], shown: field?.shown ?? ofAll, archived: field?.archived ?? false,
    },
  }, async ({ key, ...draft }) => {
    const wanted = { ...draft, choices: chosen(draft.type) ? draft.choices : [] };
    try {
      await (field ? changeField(field.id, wanted, field.version) : createField(brand, kind, key, wanted));
      onClose();
      toastDone(t('app:saved'));
    } finally {
      await queries.invalidateQueries({ queryKey: definitions });
    }
  });
  const { form } = server;
  const { values } = form;
  const named = (nameEn: string) => form.setValues({ nameEn, ...(!field && (values.key === '' || values.key === keyOf(values.nameEn)) && { key: keyOf(nameEn) }) });
  const ofReasons = useReasonOptions(reasons.data, values.reasons);
  const ofResults = useResultOptions();
  return (
    <FormDrawer opened title={t(field ? 'fields.change' : 'fields.add')} onClose={onClose} server={server} theirs={theirs} size="lg">
      <TextInput data-autofocus label={t('fields.nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('fields.nameEn')} {...form.getInputProps('nameEn')} onChange={(event) => named(event.currentTarget.value)} />
      <Select label={t('fields.type')} allowDeselect={false} data={types.map((one) => ({ value: one, label: t(`fields.types.${one}`) }))} {...form.getInputProps('type')} />
      {values.type === 'DECIMAL' && <TextInput label={t('fields.unit')} description={t('fields.unitHelp')} {...form.getInputProps('unit')} />}
      {chosen(values.type) && <ChoicesEditor choices={values.choices} error={form.errors.choices as string | undefined} input={(at, options) => form.getInputProps(at, options)} onChange={(choices) => form.setFieldValue('choices', choices)} />}
      <TextInput label={t('fields.key')} description={t('fields.keyHelp')} disabled={field !== undefined} {...form.getInputProps('key')} />
      <TextInput label={t('fields.helpNl')} {...form.getInputProps('helpNl')} />
      <TextInput label={t('fields.helpEn')} {...form.getInputProps('helpEn')} />
      <ShownFor kind={kind} shown={values.shown} reasons={reasons.data} input={(at) => form.getInputProps(at)} />
      <Select label={t('fields.required')} description={t('fields.requiredHelp')} allowDeselect={false} data={requireds.map((one) => ({ value: one, label: t(`fields.requireds.${one}`) }))} {...form.getInputProps('required')} />
      {values.required === 'REASONS' && (
        <MultiSelect label={t('fields.reasons')} description={t('fields.reasonsHelp')} searchable clearable clearButtonProps={{ 'aria-label': t('fields.noReasons') }} nothingFoundMessage={t('fields.noneFound')} data={ofReasons} {...form.getInputProps('reasons')} />
      )}
      {values.required === 'RESULTS' && (
        <MultiSelect label={t('fields.results')} clearable clearButtonProps={{ 'aria-label': t('fields.noResults') }} data={ofResults} {...form.getInputProps('results')} />
      )}
      {field && <Switch label={t('fields.archived')} description={t('fields.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
      <Fieldset legend={t('fields.preview')}>
        <Stack><Preview fields={[{ ...values, id: 'preview', kind, version: 0, choices: values.choices.map((one, at) => ({ ...one, id: one.id ?? `new ${at}` })) }]} /></Stack>
      </Fieldset>
    </FormDrawer>
  );
}

const ofAll: NonNullable<Draft['shown']> = { by: 'ALL', reasons: [], results: [], types: [] };
const chosen = (type: Draft['type']) => type === 'CHOICE' || type === 'CHOICES';
