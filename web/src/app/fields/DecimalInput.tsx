import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal } from './words';

interface Props {
  shared: Pick<TextInputProps, 'size' | 'label' | 'description' | 'error'>;
  unit?: string;
  /** As it is kept. */
  value: string;
  /** Nothing, while what is typed can be read in two ways. */
  onType: (value?: string) => void;
  onKeep: () => void;
}

/** A number as the reader writes it. What can be read in two ways is not kept before it is clear. */
export function DecimalInput({ shared, unit, value, onType, onKeep }: Props) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? value : decimal.read(typed, i18n.language);
  const unclear = typeof read === 'object' ? read : undefined;
  const keep = () => {
    if (unclear) return;
    setTyped(undefined);
    onKeep();
  };
  const type = (text: string) => {
    const next = decimal.read(text, i18n.language);
    setTyped(text);
    onType(typeof next === 'object' ? undefined : next);
  };
  return (
    <TextInput {...shared} inputMode="decimal" error={unclear ? t('fields.unclear', unclear) : shared.error}
      leftSection={unit ? <span style={{ fontSize: '0.8125rem', whiteSpace: 'nowrap' }}>{unit}</span> : undefined}
      leftSectionWidth={unit && unit.length > 2 ? 18 + unit.length * 7 : undefined}
      value={typed ?? decimal.shown(value, i18n.language)} onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => { if (event.key === 'Enter') keep(); }} onBlur={keep} />
  );
}
