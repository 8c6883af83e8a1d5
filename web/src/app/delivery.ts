import { useTranslation } from 'react-i18next';

const codes = ['no-account', 'no-recipient', 'bad-address', 'no-relay', 'relay-login', 'relay-unreachable', 'relay-answered', 'fault'] as const;

/**
 * Why a message did not arrive, in the reader's words. The server gives a code, followed by ": " and the far side's own words
 * where there are any; a report of the customer's mail server is such words only.
 */
export function useDeliveryReason(): (why: string | undefined) => string {
  const { t } = useTranslation('app');
  return (why) => {
    if (!why) return '';
    const [, code, words] = /^([a-z-]+)(?:: ([\s\S]*))?$/.exec(why) ?? [];
    const known = codes.find((one) => one === code);
    if (!known) return why;
    const sentence = t(`delivery.${known}`);
    return words ? `${sentence}: ${words}` : sentence;
  };
}
