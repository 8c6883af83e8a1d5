import { useFields } from '@app/fields/api';
import { nameOf } from '@app/fields/words';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  brand: string;
  /** The field and what it holds, with a space between them. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Only cases where a choice was made, or yes or no was said; nothing where the brand keeps no such field. */
export function FieldFilter({ brand, value, onChange }: Props) {
  const { t, i18n } = useTranslation('desk');
  const fields = useFields(brand, 'CASE').data ?? [];
  const yesNo = [{ id: 'true', label: t('app:fields.yes') }, { id: 'false', label: t('app:fields.no') }];
  const data = fields.filter((one) => ['CHOICE', 'CHOICES', 'YES_NO'].includes(one.type)).map((one) => ({
    group: nameOf(one, i18n.language),
    items: (one.type === 'YES_NO' ? yesNo : one.choices.map((each) => ({ id: each.id!, label: nameOf(each, i18n.language) })))
      .map((each) => ({ value: `${one.id} ${each.id}`, label: `${nameOf(one, i18n.language)}: ${each.label}` })),
  }));
  if (data.length === 0) return null;
  return (
    <Select label={t('cases.field')} placeholder={t('wrapUp.choose')} searchable clearable clearButtonProps={{ 'aria-label': t('cases.noField') }} w={240} data={data} value={value}
      nothingFoundMessage={t('wrapUp.none')} onChange={onChange} />
  );
}
