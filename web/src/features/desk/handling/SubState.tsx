import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseState, SubStates } from '../types';

type One = SubStates['subStates'][number];

interface Props {
  all: One[];
  /** Only those of this state; of each when absent. */
  state?: CaseState;
  value?: string;
  error?: string;
  label: string;
  description?: string;
  disabled?: boolean;
  onChange: (chosen: One | undefined) => void;
}

/** How a case stands within its state; what is archived is offered only where it is chosen already. Nothing where the brand has none. */
export function SubState({ all, state, value, error, label, description, disabled, onChange }: Props) {
  const { t, i18n } = useTranslation('desk');
  const offered = all.filter((one) => (!state || one.state === state) && (!one.archived || one.id === value));
  if (offered.length === 0) return null;
  const option = (one: One) => ({ value: one.id!, label: i18n.language === 'nl' ? one.nameNl : one.nameEn });
  const states = [...new Set(offered.map((one) => one.state))];
  const data = states.length === 1 && state ? offered.map(option) : states.map((group) => ({ group: t(`case.${group}`), items: offered.filter((one) => one.state === group).map(option) }));
  return (
    <Select label={label} description={description} placeholder={t('wrapUp.choose')} searchable clearable clearButtonProps={{ 'aria-label': t('subState.none') }} data={data} error={error}
      disabled={disabled} value={value ?? null} onChange={(id) => onChange(offered.find((one) => one.id === id))} nothingFoundMessage={t('wrapUp.none')} />
  );
}
