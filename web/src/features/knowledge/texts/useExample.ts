import { filled } from '@app/textblocks/fill';
import { useUser } from '@app/session';
import { useTranslation } from 'react-i18next';

/** How the words of a text block look in an answer, for a customer who does not exist. */
export function useExample() {
  const { t, i18n } = useTranslation('knowledge');
  const me = useUser();
  return (words: string, brand: string | undefined, language: string) => filled(words, {
    name: t('texts.example.name'),
    firstName: t('texts.example.firstName'),
    agent: me.name,
    brand: (me.brands.find((one) => one.id === brand) ?? me.brands[0])?.name,
    number: '10482',
    order: 'A-20931',
    subject: i18n.getFixedT(language, 'knowledge')('texts.example.subject'),
  }, (one) => t(`app:textBlock.value.${one}`));
}
