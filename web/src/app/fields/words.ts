import { useTranslation } from 'react-i18next';
import { useFormat } from '../format';
import type { Field } from './api';

export const same = (one: string[], other: string[]) => one.length === other.length && one.every((each, at) => each === other[at]);

const markOf = (language: string) => (language === 'nl' ? ',' : '.');

/** A decimal as people write it in their language, and back to the one form in which it is kept. */
export const decimal = {
  shown: (kept: string, language: string) => kept.replace('.', markOf(language)),
  /** What cannot be a number stays as it is, for the server to refuse. Two numbers where the mark of another language may stand between thousands. */
  read: (typed: string, language: string): string | { whole: string; part: string } => {
    const text = typed.replace(/\s/g, '');
    if (/^-?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
    if (/^-?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})$/.test(text)) return text.replaceAll(',', '');
    const [, digits, mark, decimals] = /^(-?\d+)([.,])(\d+)$/.exec(text) ?? [];
    if (!digits || !mark || !decimals) return text;
    const kept = `${digits}.${decimals}`;
    const unclear = mark !== markOf(language) && /^-?[1-9]\d{0,2}$/.test(digits) && decimals.length === 3;
    return unclear ? { whole: digits + decimals, part: decimal.shown(String(Number(kept)), language) } : kept;
  },
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
