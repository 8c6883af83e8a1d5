import { ActionIcon, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './api';
import { DecimalInput } from './DecimalInput';
import { nameOf } from './words';

interface Props {
  field: Field;
  value: string[];
  error?: string;
  /** Changed, and not yet meant to be kept. Without a value what is typed says nothing yet. */
  onType: (value?: string[]) => void;
  /** Meant to be kept: left, confirmed or chosen. Without a value what was typed last. */
  onKeep: (value?: string[]) => void;
}

const empty: string[] = [];
const text = (typed: string) => (typed.trim() === '' ? empty : [typed]);

/** The input that fits a field; the caller decides when what is typed is kept. */
export function FieldInput({ field, value, error, onType, onKeep }: Props) {
  const { t, i18n } = useTranslation();
  const open = useRef(false);
  const [first = ''] = value;
  const help = nameOf({ nameNl: field.helpNl, nameEn: field.helpEn }, i18n.language);
  const shared = {
    size: 'sm', label: nameOf(field, i18n.language), error,
    description: [help, field.required !== 'NEVER' && t(`fields.asked.${field.required}`)].filter(Boolean).join(' · ') || undefined,
  } as const;
  const choices = field.choices.filter((one) => !one.archived || value.includes(one.id!)).map((one) => ({ value: one.id!, label: nameOf(one, i18n.language) }));
  const none = { 'aria-label': t('fields.clear', { name: shared.label }) };
  switch (field.type) {
    case 'LONG_TEXT':
      return <Textarea {...shared} autosize minRows={2} maxRows={8} value={first} onChange={(event) => onType(text(event.currentTarget.value))} onBlur={() => onKeep()} />;
    case 'YES_NO':
      return (
        <Select {...shared} clearable clearButtonProps={none} placeholder={t('fields.empty')} value={first || null} onChange={(chosen) => onKeep(chosen ? [chosen] : empty)}
          data={[{ value: 'true', label: t('fields.yes') }, { value: 'false', label: t('fields.no') }]} />
      );
    case 'CHOICE':
      return (
        <Select {...shared} searchable clearable clearButtonProps={none} placeholder={t('fields.empty')} nothingFoundMessage={t('fields.noneFound')} data={choices} value={first || null}
          onChange={(chosen) => onKeep(chosen ? [chosen] : empty)} />
      );
    case 'CHOICES':
      return (
        <MultiSelect {...shared} searchable clearable clearButtonProps={none} placeholder={value.length === 0 ? t('fields.empty') : undefined} nothingFoundMessage={t('fields.noneFound')} data={choices} value={value}
          onDropdownOpen={() => { open.current = true; }} onDropdownClose={() => { open.current = false; onKeep(); }} onChange={(chosen) => (open.current ? onType(chosen) : onKeep(chosen))} />
      );
    case 'DECIMAL':
      return <DecimalInput shared={shared} unit={field.unit} value={first} onType={(next) => onType(next === undefined ? undefined : text(next))} onKeep={() => onKeep()} />;
    default:
      return (
        <TextInput {...shared} type={field.type === 'DATE' ? 'date' : field.type === 'LINK' ? 'url' : 'text'}
          inputMode={field.type === 'WHOLE_NUMBER' ? 'numeric' : undefined}
          rightSection={field.type === 'LINK' && /^https?:\/\//i.test(first)
            ? <ActionIcon component="a" href={first} target="_blank" rel="noopener noreferrer" variant="subtle" size="sm" aria-label={t('fields.open', { name: shared.label })}><IconExternalLink size={15} /></ActionIcon>
            : undefined}
          value={first} onChange={(event) => onType(text(event.currentTarget.value))}
          onKeyDown={(event) => { if (event.key === 'Enter') onKeep(); }} onBlur={() => onKeep()} />
      );
  }
}
