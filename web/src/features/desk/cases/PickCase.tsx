import { SearchField } from '@app/list/SearchField';
import { Failed, Loading } from '@app/states';
import { Text, UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCases } from './api';
import classes from './Cases.module.css';
import { CaseWords } from './CasesPage';

interface Props {
  /** The case that is to go, or of which something is taken out. */
  than: string;
  brand: string;
  customer?: string;
  chosen?: string;
  error?: string;
  onChoose: (id: string) => void;
}

const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Another case of the brand: first those of the same customer, and any other by its number or customer. */
export function PickCase({ than, brand, customer, chosen, error, onChoose }: Props) {
  const { t } = useTranslation('desk');
  const [search, setSearch] = useState('');
  const found = useCases({ search: search || undefined, brand, customer: search ? undefined : customer }, Boolean(search || customer));
  const others = found.items.filter((one) => one.id !== than);
  const reached = others.some((one) => one.id === chosen) ? chosen : others[0]?.id;
  const byArrow = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
    const at = radios.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const to = (at + step + radios.length) % radios.length;
    radios[to]!.focus();
    onChoose(others[to]!.id);
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>{t('cases.which')}</Text>
      <SearchField first value={search} label={t('cases.search')} onChange={setSearch} />
      <div className={classes.pick} role="radiogroup" aria-label={t('cases.which')} style={{ marginTop: 10 }} onKeyDown={byArrow}>
        {found.isLoading && <Loading height={80} />}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {!found.isLoading && !found.isError && others.length === 0 && (
          <Text size="sm" c="dimmed">{search ? t('cases.noneFound', { text: search }) : t('cases.noOther')}</Text>
        )}
        {others.map((one) => (
          <UnstyledButton key={one.id} role="radio" aria-checked={one.id === chosen} tabIndex={one.id === reached ? 0 : -1} className={classes.row} onClick={() => onChoose(one.id)}>
            <CaseWords hit={one} />
          </UnstyledButton>
        ))}
      </div>
      {error && <Text size="sm" c="red.9" mt={6} role="alert">{error}</Text>}
    </div>
  );
}
