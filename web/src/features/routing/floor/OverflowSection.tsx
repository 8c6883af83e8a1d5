import { NotDone } from '@app/contact/NotDone';
import { useMoving } from '@app/contact/useMoving';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overflowed } from '../types';
import classes from './Floor.module.css';
import { OverflowList } from './OverflowList';

/** What waits too long, and what a colleague was first with; that is told also when nothing else waits too long any more. */
export function OverflowSection({ rows, count = rows.length, children }: { rows: Overflowed[]; count?: number; children?: ReactNode }) {
  const { t } = useTranslation('routing');
  const { outcome, forget, move } = useMoving();
  if (rows.length === 0 && !outcome) return null;
  return (
    <section className={classes.section} aria-labelledby="overflow">
      <Title order={2} size="h3" mb="sm" id="overflow">{t('floor.overflow.title', { count })}</Title>
      {outcome && <NotDone outcome={outcome} onClose={forget} />}
      <OverflowList rows={rows} onMove={move} />
      {children}
    </section>
  );
}
