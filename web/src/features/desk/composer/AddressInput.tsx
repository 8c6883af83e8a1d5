import { http, withQuery } from '@app/api/http';
import type { components } from '@app/api/schema';
import type { Page } from '@app/list/usePagedList';
import { useSession } from '@app/session';
import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAddresses } from './addressees';

const least = 2;
const pause = 200;

/** Customers of the brand whose name or address is typed, as they stand above a mail. */
function useKnown(brand: string, typed: string) {
  const { may } = useSession();
  const [text] = useDebouncedValue(typed.trim(), pause);
  const enabled = text.length >= least && may('customers.view');
  const { data } = useQuery({
    queryKey: ['customers', 'addresses', brand, text],
    queryFn: ({ signal }) => http.get<Page<components['schemas']['Found']>>(withQuery('/api/customers', { brand, text, limit: 6 }), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  });
  if (!enabled || !data) return [];
  const mails = data.items.flatMap(({ name, address }) => (address?.includes('@') ? [name ? `${name.replace(/[<>"]/g, '')} <${address}>` : address] : []));
  return [...new Set(mails)];
}

interface Props {
  brand: string;
  label: string;
  onAdd: (addresses: string[]) => void;
  onClose: (byKey: boolean) => void;
}

/** One or several addresses, typed, pasted or chosen; what is none stays where it was typed, and is said. */
export function AddressInput({ brand, label, onAdd, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const known = useKnown(brand, text);
  const take = (typed: string) => {
    const { addresses, rest } = readAddresses(typed);
    if (addresses.length > 0) onAdd(addresses);
    setText(rest);
    setWrong(rest);
    return rest === '';
  };
  return (
    <Autocomplete size="xs" variant="default" autoFocus aria-label={label} placeholder={t('recipients.typed')} value={text} data={wrong ? [] : known} filter={({ options }) => options}
      error={wrong ? t('recipients.wrong', { address: wrong }) : undefined}
      onChange={(next) => {
        setWrong('');
        if (/[,;]\s*$/.test(next) && readAddresses(next).rest === '') take(next);
        else setText(next);
      }}
      onOptionSubmit={(option) => {
        take(option);
        // after the field has written the option into itself
        setTimeout(() => setText(''));
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text');
        if (text !== '' || readAddresses(pasted).addresses.length === 0) return;
        event.preventDefault();
        take(pasted);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.defaultPrevented) {
          event.preventDefault();
          take(text);
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose(true);
        }
      }}
      onBlur={() => { if (take(text)) onClose(false); }} />
  );
}
