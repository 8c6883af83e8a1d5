import { toastDone } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { More } from '@app/list/More';
import { SearchField } from '@app/list/SearchField';
import { useSession } from '@app/session';
import { Empty, Failed, Loading } from '@app/states';
import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailCheck, IconRobot, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHeld, useSpamActions } from '../api';
import type { Held } from '../types';
import classes from '../ledger/Ledger.module.css';

/** What was kept out, newest first, to be let in after all. */
export function HeldMails() {
  const { t } = useTranslation('channels');
  const [search, setSearch] = useState('');
  const held = useHeld(search);
  return (
    <Stack gap="md">
      <SearchField value={search} onChange={setSearch} label={t('spam.search')} />
      {held.isPending && <Loading />}
      {held.isError && <Failed error={held.error} onRetry={() => void held.refetch()} />}
      {held.isSuccess && held.items.length === 0 && (
        <Empty icon={IconShieldCheck} title={t(search ? 'spam.noneFound' : 'spam.noneHeld')}>{!search && t('spam.noneHeldAbout')}</Empty>
      )}
      <ul className={classes.rows}>{held.items.map((one) => <Line key={one.id} one={one} />)}</ul>
      <More {...held} />
    </Stack>
  );
}

function Line({ one }: { one: Held }) {
  const { t } = useTranslation('channels');
  const { may, user } = useSession();
  const format = useFormat();
  const [asking, ask] = useDisclosure();
  const { release, block, lift } = useSpamActions();
  const [unblocked, setUnblocked] = useState<unknown>();
  const brands = user?.brands.filter((known) => one.brands.includes(known.id)).map((known) => known.name).join(', ');
  const subject = one.subject ?? t('spam.noSubject');
  const letIn = (unblock: boolean) => void release.mutateAsync({ id: one.id, unblock }).then(() => { ask.close(); toastDone(t('spam.released')); }, () => undefined);
  // for each of its brands; where that failed, the line says why, and what was done can be undone all the same
  const keepOut = async () => {
    const asked = await Promise.allSettled(one.brands.map((brand) => block.mutateAsync({ brand, sender: one.sender })));
    const blocked = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    setUnblocked(asked.find((each) => each.status === 'rejected')?.reason);
    if (blocked.length > 0) toastUndo(t('spam.isBlocked', { sender: one.sender }), t('spam.undo'), () => blocked.forEach((id) => lift.mutate(id)));
  };
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600} truncate>{may('intake.view') ? <Anchor inherit c="inherit" component={Link} to={`/intake/${one.id}`}>{subject}</Anchor> : subject}</Text>
        <Text size="sm" c="dimmed" truncate>{one.sender || t('spam.unknownSender')} · {brands} · {format.moment(one.receivedAt)}</Text>
        {one.suspected && <Text size="sm" c="dimmed"><IconRobot size={15} aria-hidden="true" style={{ verticalAlign: '-3px' }} /> {t('spam.suspected')}</Text>}
        {one.blocks.map((each) => <Text key={each.id} size="sm" c="dimmed"><IconShieldX size={15} aria-hidden="true" style={{ verticalAlign: '-3px' }} /> {t('spam.isBlocked', { sender: each.sender })}</Text>)}
        {!asking && <ProblemNote error={release.error ?? unblocked} />}
      </div>
      {one.blocks.length === 0 && one.sender && (
        <Button size="compact-md" variant="subtle" color="gray" loading={block.isPending} onClick={() => void keepOut()}>{t('spam.blockSender')}</Button>
      )}
      <Button size="compact-md" variant="light" leftSection={<IconMailCheck size={16} />} loading={release.isPending}
        onClick={() => (one.blocks.length > 0 ? ask.open() : letIn(false))}>{t('spam.release')}</Button>
      <Modal opened={asking} onClose={ask.close} title={t('spam.releaseTitle')} closeButtonProps={{ 'aria-label': t('app:close') }}>
        <Stack>
          <Text>{t('spam.releaseBody', { sender: one.blocks.map((block) => block.sender).join(', ') })}</Text>
          <ProblemNote error={release.error} />
          <Group justify="flex-end">
            <Button variant="default" loading={release.isPending} onClick={() => letIn(false)}>{t('spam.releaseOnly')}</Button>
            <Button data-autofocus loading={release.isPending} onClick={() => letIn(true)}>{t('spam.releaseAndUnblock')}</Button>
          </Group>
        </Stack>
      </Modal>
    </li>
  );
}
