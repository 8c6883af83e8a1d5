import { NumberInput, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Rules.module.css';
import { inSeconds, inUnit, unitOf, units, type Unit } from './spans';

interface Props { label: string; description?: string; value: number | undefined; onChange: (seconds: number | undefined) => void; error?: ReactNode; autoFocus?: boolean }

/** A time with its unit; empty when there is none. */
export function SpanInput({ label, description, value, onChange, error, autoFocus }: Props) {
  const { t } = useTranslation('contacts');
  const [unit, setUnit] = useState<Unit>(unitOf(value));
  const number = value === undefined ? '' : inUnit(value, unit);
  return (
    <div className={classes.span}>
      <NumberInput label={label} description={description} placeholder={t('rules.none')} min={0} allowNegative={false} clampBehavior="none" error={error} value={number}
        data-autofocus={autoFocus || undefined}
        onChange={(next) => onChange(next === '' ? undefined : inSeconds(Number(next), unit))} />
      <Select aria-label={t('rules.unitOf', { what: label })} allowDeselect={false} value={unit} data={units.map((one) => ({ value: one, label: t(`rules.unit.${one}`) }))}
        onChange={(next) => {
          const chosen = (next ?? 'hour') as Unit;
          setUnit(chosen);
          if (number !== '') onChange(inSeconds(number, chosen));
        }} />
    </div>
  );
}
