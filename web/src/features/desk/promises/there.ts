import { useFormat } from '@app/format';
import { useTranslation } from 'react-i18next';
import { fromField } from './moments';

/** So that two fields beside each other stay level. */
export const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** What the customer is told of a moment in a field, where the clock of the brand says something else. */
export function useThere(zone: string | undefined) {
  const { t } = useTranslation('desk');
  const format = useFormat(zone);
  return (written: string) => {
    const instant = fromField(written);
    const time = instant && format.there(instant);
    return time ? t('promising.there', { time }) : undefined;
  };
}
