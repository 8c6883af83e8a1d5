import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

/** In milliseconds. */
const pause = 250;

interface Props {
  value: string;
  onChange: (value: string) => void;
  label: string;
  inputRef?: Ref<HTMLInputElement>;
  /** In a dialog: where one begins. */
  first?: boolean;
}

/** A search field that waits until the typing pauses; Enter searches at once. */
export function SearchField({ value, onChange, label, inputRef, first }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, pause);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      ref={inputRef}
      type="search"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
        if (event.key === 'Enter') {
          // the form around it, if any, is not what was meant
          event.preventDefault();
          tell.flush();
        }
      }}
      // whoever goes on to what was found is not brought back by a search that is still to come
      onBlur={() => tell.flush()}
      data-autofocus={first || undefined}
      placeholder={label}
      aria-label={label}
      variant="filled"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={text && <CloseButton size="sm" aria-label={t('clear')} onClick={() => { setText(''); tell.cancel(); onChange(''); }} />}
    />
  );
}
