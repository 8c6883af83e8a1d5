import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { ActionIcon, Badge, Button, Group, Switch, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowChanges, useReasons, type Reason } from './api';
import { BrandChoice, NoBrand, useBrandChoice } from './BrandChoice';
import classes from './List.module.css';
import { ReasonForm } from './ReasonForm';

interface Level { reason: Reason; depth: number }

/** The tree as rows from top to bottom. */
function ordered(reasons: Reason[], parent?: string, depth = 0): Level[] {
  return reasons.filter((reason) => reason.parent === parent)
    .flatMap((reason) => [{ reason, depth }, ...ordered(reasons, reason.id, depth + 1)]);
}

export default function ReasonsPage() {
  const { t, i18n } = useTranslation('organisation');
  const brand = useBrandChoice();
  const reasons = useReasons(brand);
  useFollowChanges();
  const [archived, setArchived] = useState(false);
  const [open, setOpen] = useState<{ reason?: Reason; parent?: string } | null>(null);
  const rows = ordered((reasons.data ?? []).filter((reason) => archived || !reason.archived));
  const nameOf = (reason: Reason) => (i18n.language === 'nl' ? reason.nameNl : reason.nameEn);
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('reasons.add')}</Button>;
  return (
    <>
      <PageHead title={t('reasons.title')} lead={t('reasons.lead')}>{brand && <><BrandChoice value={brand} />{add}</>}</PageHead>
      {brand && <Switch mb="md" label={t('reasons.showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />}
      {!brand ? <NoBrand /> : reasons.isPending ? <Loading /> : reasons.isError ? <Failed error={reasons.error} onRetry={() => void reasons.refetch()} /> : rows.length === 0 ? (
        <Empty title={t('reasons.none')} action={add}>{t('reasons.noneHelp')}</Empty>
      ) : (
        <ul className={classes.list}>
          {rows.map(({ reason, depth }) => (
            <li key={reason.id} style={{ display: 'flex', alignItems: 'center', paddingRight: 12 }}>
              <UnstyledButton className={classes.row} style={{ paddingLeft: 16 + depth * 28 }} onClick={() => setOpen({ reason })}>
                <Text fw={depth === 0 ? 550 : undefined} c={reason.archived ? 'dimmed' : undefined}>{nameOf(reason)}</Text>
                <Group gap="xs">
                  {reason.offeredToCustomers && <Badge variant="light">{t('reasons.offeredShort')}</Badge>}
                  {reason.archived && <Badge variant="light" color="gray">{t('archived')}</Badge>}
                </Group>
              </UnstyledButton>
              {depth < 2 && !reason.archived && (
                <ActionIcon variant="subtle" aria-label={t('reasons.addUnder', { name: nameOf(reason) })} onClick={() => setOpen({ parent: reason.id })}><IconPlus size={16} /></ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && brand && <ReasonForm key={JSON.stringify(open)} onReplace={(reason) => setOpen({ reason })} brand={brand} reason={open.reason} parent={open.parent} reasons={reasons.data ?? []} onClose={() => setOpen(null)} />}
    </>
  );
}
