import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Choices, Contact, Registration } from '../types';

interface Props {
  choices?: Choices;
  contact: Pick<Contact, 'cause' | 'process'>;
  errors: Record<string, string>;
  onChange: (cause: Pick<Registration, 'cause' | 'process'>) => void;
}

/** What made the contact necessary: the department, and which of its processes where it names any. */
export function Cause({ choices, contact: { cause, process }, errors, onChange }: Props) {
  const { t, i18n } = useTranslation('desk');
  const option = (one: { id: string; nameNl: string; nameEn: string }) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn });
  const processes = choices?.processes.filter((one) => one.department === cause) ?? [];
  return (
    <>
      <Select label={t('wrapUp.cause')} description={t('wrapUp.causeHelp')} placeholder={t('wrapUp.choose')} searchable data={choices?.departments.map(option)} error={errors.cause}
        value={cause ?? null} onChange={(chosen) => chosen && chosen !== cause && onChange({ cause: chosen })} nothingFoundMessage={t('wrapUp.none')} />
      {cause && processes.length > 0 && (
        <Select label={t('wrapUp.process')} description={t('wrapUp.processHelp')} placeholder={t('wrapUp.choose')} searchable clearable data={processes.map(option)} error={errors.process}
          clearButtonProps={{ 'aria-label': t('wrapUp.noProcess') }}
          value={process ?? null} onChange={(chosen) => onChange({ cause, process: chosen ?? undefined })} nothingFoundMessage={t('wrapUp.none')} />
      )}
    </>
  );
}
