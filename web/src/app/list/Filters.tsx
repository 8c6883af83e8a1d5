import { Button, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** By what a list is narrowed. On a phone it stands behind one button that says how many are chosen, so that the list itself is in sight. */
export function Filters({ chosen, children }: { chosen: number; children: ReactNode }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!narrow) return children;
  return (
    <>
      <Button variant={chosen > 0 ? 'light' : 'default'} leftSection={<IconFilter size={17} stroke={1.6} />} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {chosen > 0 ? t('filtersOn', { n: chosen }) : t('filters')}
      </Button>
      {open && <Group id={id} gap="xs" grow preventGrowOverflow={false} w="100%">{children}</Group>}
    </>
  );
}
