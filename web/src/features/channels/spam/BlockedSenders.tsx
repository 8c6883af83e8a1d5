import { toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useServerForm } from '@app/form/useServerForm';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBlocked, useSpamActions } from '../api';
import type { Blocked } from '../types';
import classes from '../ledger/Ledger.module.css';

/** Who is kept out, with undo. */
export function BlockedSenders() {
  const { t } = useTranslation('channels');
  const { may } = useSession();
  const handles = may('contacts.handle');
  const blocked = useBlocked();
  return (
    <Stack gap="md">
      {handles && <BlockForm />}
      {blocked.isPending && <Loading />}
      {blocked.isError && <Failed error={blocked.error} onRetry={() => void blocked.refetch()} />}
      {blocked.isSuccess && blocked.items.length === 0 && <Empty icon={IconShieldX} title={t('spam.none')}>{handles && t('spam.noneAbout')}</Empty>}
      <ul className={classes.rows}>{blocked.items.map((one) => <Line key={one.id} one={one} />)}</ul>
      <More {...blocked} />
    </Stack>
  );
}

function Line({ one }: { one: Blocked }) {
  const { t } = useTranslation('channels');
  const { may, user } = useSession();
  const format = useFormat();
  const { lift, block } = useSpamActions();
  const brand = user?.brands.find((known) => known.id === one.brand)?.name;
  // said also when the list, read anew, has let this line go by then
  const unblock = () => void lift.mutateAsync(one.id).then(
    () => toastUndo(t('spam.lifted', { sender: one.sender }), t('spam.undo'), () => { block.mutateAsync({ brand: one.brand, sender: one.sender }).catch(toastProblem); }),
    toastProblem);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600} truncate>{one.sender}</Text>
        <Text size="sm" c="dimmed">{brand} · {format.moment(one.blockedAt)}</Text>
      </div>
      {may('contacts.handle') && <Button size="compact-md" variant="light" loading={lift.isPending} onClick={unblock}>{t('spam.lift')}</Button>}
    </li>
  );
}

function BlockForm() {
  const { t } = useTranslation('channels');
  const { user } = useSession();
  const { block } = useSpamActions();
  const brands = user?.brands ?? [];
  const { form, problem, sending, submit } = useServerForm({ initialValues: { brand: brands[0]?.id ?? '', sender: '' } }, async (values) => {
    await block.mutateAsync(values);
    form.setFieldValue('sender', '');
  });
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <Select label={t('accounts.field.brand')} allowDeselect={false} data={brands.map((brand) => ({ value: brand.id, label: brand.name }))} {...form.getInputProps('brand')} />
        <TextInput label={t('spam.sender')} placeholder={t('spam.senderExample')} required {...form.getInputProps('sender')} />
        <Button type="submit" loading={sending}>{t('spam.block')}</Button>
      </Group>
      <ProblemNote error={problem} />
    </form>
  );
}
