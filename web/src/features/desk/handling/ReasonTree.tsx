import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices } from '../types';

interface Props {
  reasons: Choices['reasons'];
  value?: string;
  error?: string;
  onChange: (reason: string) => void;
}

/** The names of a reason and of those above it, from the top. */
export function paths(reasons: Choices['reasons'], language: string) {
  const byId = new Map(reasons.map((one) => [one.id, one]));
  const path = (id: string): string[] => {
    const one = byId.get(id);
    return one ? [...(one.parent ? path(one.parent) : []), language === 'nl' ? one.nameNl : one.nameEn] : [];
  };
  return path;
}

/** The reasons as one list to search in, grouped by their branch and named by their whole path. */
export function ReasonTree({ reasons, value, error, onChange }: Props) {
  const { t, i18n } = useTranslation('desk');
  const data = useMemo(() => {
    const path = paths(reasons, i18n.language);
    const parents = new Set(reasons.flatMap((one) => one.parent ?? []));
    const groups = new Map<string, { value: string; label: string }[]>();
    for (const leaf of reasons.filter((one) => !parents.has(one.id))) {
      const whole = path(leaf.id);
      const group = whole.length > 1 ? whole[0]! : t('wrapUp.otherReasons');
      const label = whole.length > 1 ? whole.slice(1).join(' › ') : whole[0]!;
      groups.set(group, [...(groups.get(group) ?? []), { value: leaf.id, label }]);
    }
    return [...groups].map(([group, items]) => ({ group, items }));
  }, [reasons, i18n.language, t]);
  return (
    <Select label={t('wrapUp.reason')} description={t('wrapUp.reasonHelp')} placeholder={t('wrapUp.choose')} searchable data={data} error={error}
      value={value ?? null} onChange={(chosen) => chosen && onChange(chosen)} nothingFoundMessage={t('wrapUp.none')} />
  );
}
