import type { Field, Kind } from '@app/fields/api';
import { shows, withAbove } from '@app/fields/showing';
import { Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api';
import list from '../List.module.css';
import { Preview } from './Preview';
import { useReasonOptions, useResultOptions, useTypeOptions } from './words';

/** What an agent sees of a case, customer or order; for which reason, result or type can be tried. */
export function WhatShows({ brand, kind, fields }: { brand: string; kind: Kind; fields: Field[] }) {
  const { t } = useTranslation('organisation');
  const reasons = useReasons(brand);
  const [reason, setReason] = useState<string | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const [type, setType] = useState<string | null>(null);
  const ofReasons = useReasonOptions(reasons.data);
  const ofResults = useResultOptions();
  const ofTypes = useTypeOptions(kind);
  const by = new Set(fields.map((one) => one.shown.by));
  const about = { reasons: withAbove(reasons.data ?? [], reason ?? undefined), results: result ? [result] : [], type: type ?? ofTypes[0]?.value };
  const shown = fields.filter((one) => shows(one, about));
  const clear = (what: string) => ({ 'aria-label': t('fields.tryNone', { what }) });
  return (
    <section className={list.card} aria-label={t('fields.preview')}>
      <Title order={2} size="h4" mb={4}>{t('fields.preview')}</Title>
      <Text size="sm" c="dimmed" mb="md">{t('fields.previewHelp')}</Text>
      <Stack gap="sm">
        {by.has('REASONS') && (
          <Select label={t('fields.tryReason')} searchable clearable clearButtonProps={clear(t('fields.tryReason'))} placeholder={t('fields.tryNoReason')} nothingFoundMessage={t('fields.noneFound')}
            data={ofReasons} value={reason} onChange={setReason} />
        )}
        {by.has('RESULTS') && (
          <Select label={t('fields.tryResult')} clearable clearButtonProps={clear(t('fields.tryResult'))} placeholder={t('fields.tryNoResult')} data={ofResults} value={result} onChange={setResult} />
        )}
        {by.has('TYPES') && <Select label={t(`fields.tryType.${kind}`)} allowDeselect={false} data={ofTypes} value={about.type ?? null} onChange={setType} />}
        <Preview fields={shown} />
        {shown.length === 0 && <Text size="sm" c="dimmed">{t('fields.tryNothing')}</Text>}
      </Stack>
    </section>
  );
}
