import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filled, Kind } from './api';
import { FieldRow } from './FieldRow';

const few = 6;

interface Props { kind: Kind; owner: string; fields: Filled[]; mayChange: boolean }

/** Fields of one customer, case or order. Of many, first what is filled in or asked for; the rest is one click away. */
export function FieldList({ kind, owner, fields, mayChange }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  // what was shown first stays while one fills in the rest
  const [first] = useState(() => new Set((fields.length <= few ? fields : fields.filter(({ field, value }) => value.length > 0 || field.required !== 'NEVER')).map(({ field }) => field.id)));
  const shown = fields.filter(({ field, value }) => all || first.has(field.id) || value.length > 0 || field.shown.by !== 'ALL');
  return (
    <Stack gap="sm">
      {shown.map((one) => <FieldRow key={one.field.id} kind={kind} owner={owner} filled={one} mayChange={mayChange} />)}
      {shown.length < fields.length && <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>{t('fields.all', { count: fields.length })}</Button>}
    </Stack>
  );
}
