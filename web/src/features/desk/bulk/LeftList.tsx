import { More } from '@app/list/More';
import { ProblemNote } from '@app/form/ProblemNote';
import { Anchor, Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBulkItems, type ItemState, type Work } from './api';
import classes from './Bulk.module.css';

/** How many are as they were, and why; each of them on demand. */
export function LeftList({ work, state }: { work: Work; state: ItemState }) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  const items = useBulkItems(work.id, state, open);
  const left = work.left.filter((one) => one.state === state);
  const why = (one: { why?: string; text?: string }) => one.text ?? t(`bulk.why.${one.why}`);
  const count = left.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>{t(`bulk.stay.${state}`, { count })}</Text>
      <ul className={classes.why}>{left.map((one) => <li key={one.why}>{why(one)}: {one.count}</li>)}</ul>
      <Button size="compact-sm" variant="subtle" aria-expanded={open} leftSection={open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />} onClick={() => setOpen(!open)}>{t('bulk.which')}</Button>
      {open && <ProblemNote error={items.error} />}
      {open && (
        <ul className={classes.items}>
          {items.items.map(({ row, ...one }) => (
            <li key={row.conversation}>
              <Anchor component={Link} to={`/desk/all/${row.conversation}`} size="sm">{row.customerName ?? t('unknownCustomer')} · {row.subject || t('noSubject')}</Anchor>
              <Text size="xs" c="dimmed">{why(one)}{row.assignedName && one.why === 'not-yours' ? ` (${row.assignedName})` : ''}</Text>
            </li>
          ))}
        </ul>
      )}
      {open && <More {...items} />}
    </div>
  );
}
