import type { Kind } from '@app/fields/api';
import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../api';
import { shownBys, type Draft } from './api';
import { useReasonOptions, useResultOptions, useTypeOptions } from './words';

interface Props {
  kind: Kind;
  shown: NonNullable<Draft['shown']>;
  reasons?: Reason[];
  input: (path: string) => object;
}

/** Of which cases, customers or orders the field is shown. */
export function ShownFor({ kind, shown, reasons, input }: Props) {
  const { t } = useTranslation('organisation');
  const ofReasons = useReasonOptions(reasons, shown.reasons);
  const ofResults = useResultOptions();
  const ofTypes = useTypeOptions(kind);
  const label = t('fields.showFor');
  const some = { label, clearable: true, clearButtonProps: { 'aria-label': t('fields.showForNone') } };
  return (
    <>
      <Select label={t('fields.shown')} description={t('fields.shownHelp')} allowDeselect={false} {...input('shown.by')}
        data={shownBys[kind].map((one) => ({ value: one, label: t(one === 'TYPES' ? `fields.shownBys.TYPES.${kind}` : `fields.shownBys.${one}`) }))} />
      {shown.by === 'REASONS' && <MultiSelect {...some} description={t('fields.reasonsHelp')} searchable nothingFoundMessage={t('fields.noneFound')} data={ofReasons} {...input('shown.reasons')} />}
      {shown.by === 'RESULTS' && <MultiSelect {...some} data={ofResults} {...input('shown.results')} />}
      {shown.by === 'TYPES' && <MultiSelect {...some} description={t(`fields.typesHelp.${kind}`)} data={ofTypes} {...input('shown.types')} />}
    </>
  );
}
