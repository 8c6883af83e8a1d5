import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import type { Field } from './api';

export const same = (one: string[], other: string[]) => one.length === other.length && one.every((each, at) => each === other[at]);

/** A decimal as people write it in their language, and back to the one form in which it is kept. */
export const decimal = {
  shown: (kept: string, language: string) => (language === 'nl' ? kept.replace('.', ',') : kept),
  kept: (typed: string) => (/^-?\d+,\d+$/.test(typed) ? typed.replace(',', '.') : typed),
};

export const nameOf = (one: { nameNl: string; nameEn: string }, language: string) => (language === 'nl' ? one.nameNl : one.nameEn);

/** A currency stands before its number, every other unit behind it. */
const withUnit = (number: string, unit?: string) => (!unit ? number : /^(\p{Sc}|[A-Z]{3})$/u.test(unit) ? `${unit} ${number}` : `${number} ${unit}`);

/** What stands in a field, in words. */
export function useShownValue() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (field: Field, value: string[]): string => {
    const [first] = value;
    if (first === undefined) return t('fields.empty');
    switch (field.type) {
      case 'YES_NO': return t(first === 'true' ? 'fields.yes' : 'fields.no');
      case 'DATE': return format.calendarDay(first);
      case 'DECIMAL': return withUnit(decimal.shown(first, i18n.language), field.unit);
      case 'CHOICE': case 'CHOICES': return field.choices.filter((one) => value.includes(one.id!)).map((one) => nameOf(one, i18n.language)).join(', ');
      default: return first;
    }
  };
}
