import { toastDone } from '@app/announce';
import { FormDrawer } from '@app/form/FormDrawer';
import { useServerForm } from '@app/form/useServerForm';
import { useTheirs } from '@app/form/useTheirs';
import { PageHead } from '@app/list/PageHead';
import { Empty, Failed, Loading } from '@app/states';
import { Badge, Button, NumberInput, Switch, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../gestures/Gestures.module.css';
import { transferReasons, useReasons, type Reason } from './api';

/** Why contacts are handed over, as everybody may choose it. */
export default function ReasonsPage() {
  const { t, i18n } = useTranslation('contacts');
  const list = useReasons();
  const [open, setOpen] = useState<{ reason?: Reason } | null>(null);
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({})}>{t('transferReasons.add')}</Button>;
  return (
    <>
      <PageHead title={t('transferReasons.title')} lead={t('transferReasons.lead')}>{add}</PageHead>
      {list.isPending ? <Loading /> : list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} />
        : list.data.length === 0 ? <Empty icon={IconArrowsExchange} title={t('transferReasons.none')} action={add}>{t('transferReasons.noneHelp')}</Empty> : (
          <ul className={classes.list}>
            {list.data.map((one) => (
              <li key={one.id}>
                <UnstyledButton className={classes.row} onClick={() => setOpen({ reason: one })}>
                  <Text fw={550} c={one.archived ? 'dimmed' : undefined} style={{ overflowWrap: 'anywhere' }}>{i18n.language === 'nl' ? one.nameNl : one.nameEn}</Text>
                  {one.archived && <Badge variant="light" color="gray">{t('transferReasons.archived')}</Badge>}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      {open && <ReasonForm key={JSON.stringify(open)} reason={open.reason} next={(list.data?.length ?? 0) * 10 + 10} onReplace={(reason) => setOpen({ reason })} onClose={() => setOpen(null)} />}
    </>
  );
}

interface FormProps { reason?: Reason; next: number; onReplace: (reason: Reason) => void; onClose: () => void }

function ReasonForm({ reason, next, onReplace, onClose }: FormProps) {
  const { t } = useTranslation('contacts');
  const queries = useQueryClient();
  const theirs = useTheirs(reason, useReasons().data, onReplace);
  const server = useServerForm({
    initialValues: { nameNl: reason?.nameNl ?? '', nameEn: reason?.nameEn ?? '', position: reason?.position ?? next, archived: reason?.archived ?? false },
  }, async (values) => {
    try {
      await transferReasons.store(reason?.id, { ...values, version: reason?.version ?? 0 });
      onClose();
      toastDone(t('app:saved'));
    } finally {
      await queries.invalidateQueries({ queryKey: transferReasons.key });
    }
  });
  const { form } = server;
  return (
    <FormDrawer opened title={t(reason ? 'transferReasons.change' : 'transferReasons.add')} onClose={onClose} server={server} theirs={theirs}>
      <TextInput data-autofocus label={t('giftSettings.nameNl')} {...form.getInputProps('nameNl')} />
      <TextInput label={t('giftSettings.nameEn')} {...form.getInputProps('nameEn')} />
      <NumberInput label={t('transferReasons.position')} description={t('transferReasons.positionHelp')} min={0} clampBehavior="none" {...form.getInputProps('position')} />
      {reason && <Switch label={t('transferReasons.archived')} description={t('transferReasons.archivedHelp')} {...form.getInputProps('archived', { type: 'checkbox' })} />}
    </FormDrawer>
  );
}
