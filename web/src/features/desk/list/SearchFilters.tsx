import { useUser } from '@app/session';
import { Button, Group, Select, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periods, useDeskPlace } from '../places';
import classes from './List.module.css';

/** By what a search is narrowed; behind one button, so that what was found is in sight. */
export function SearchFilters() {
  const { t } = useTranslation('desk');
  const { brands } = useUser();
  const { narrowed, narrow } = useDeskPlace();
  const chosen = Object.keys(narrowed).length;
  const [open, setOpen] = useState(chosen > 0);
  const id = useId();
  const select = (name: keyof typeof narrowed, any: string, data: { value: string; label: string }[]) => (
    <Select size="xs" flex="1 1 130px" clearable aria-label={any} placeholder={any} value={narrowed[name] ?? null} data={data} onChange={(value) => narrow({ [name]: value })} />
  );
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap="xs">
        <span className={classes.scope}>{t('search.scope')}</span>
        <Button size="compact-xs" variant={chosen > 0 ? 'light' : 'subtle'} leftSection={<IconFilter size={14} stroke={1.7} />} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          {chosen > 0 ? t('search.narrowedBy', { n: chosen }) : t('search.narrow')}
        </Button>
      </Group>
      {open && (
        <Group id={id} gap={6}>
          {select('state', t('search.anyState'), ['OPEN', 'CLOSED'].map((value) => ({ value, label: t(`search.state.${value}`) })))}
          {select('medium', t('search.anyMedium'), ['mail', 'chat'].map((value) => ({ value, label: t(`medium.${value}`) })))}
          {select('since', t('search.anyTime'), Object.keys(periods).map((value) => ({ value, label: t(`search.since.${value}`) })))}
          {brands.length > 1 && select('brand', t('search.anyBrand'), brands.map((one) => ({ value: one.id, label: one.name })))}
        </Group>
      )}
    </Stack>
  );
}
