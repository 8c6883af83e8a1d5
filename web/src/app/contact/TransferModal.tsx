import { toastDone } from '../announce';
import { ProblemNote } from '../form/ProblemNote';
import { Alert, Button, Group, Modal, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactWork, useReceivers, type Handed, type Presence } from './api';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Of several: one of them. */
  contact: { id: string; queue?: string | undefined; medium: string };
  /** Hands over so many in another way, and says itself what came of it. */
  several?: { count: number; send: (to: Handed) => Promise<unknown> };
  /** Of what it is, where a number does not say it. */
  title?: string;
  /** Hands over this one in another way: whether it did. What else came of it, it says itself. */
  send?: (to: Handed) => Promise<boolean>;
  /** Besides closing. */
  onDone?: () => void;
}

/** Who is there comes first. */
const nearness: Presence[] = ['AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE'];

/** Hands the contact to a queue or a colleague, with why and a word for whoever gets it. */
export function TransferModal({ opened, onClose, contact, several, title, send, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const receivers = useReceivers(contact.id, opened);
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const handOver = useMutation({
    mutationFn: () => {
      const [kind, id] = to!.split(':') as ['queue' | 'user', string];
      const handed = { [kind]: id, note, why: why ?? undefined };
      return several ? several.send(handed) : send ? send(handed) : contactWork.transfer(contact.id, handed);
    },
    onSuccess: (done) => {
      if (!several && done !== false) toastDone(away ? t('transfer.kept', { name: away.name }) : t('transfer.done'));
      setTo(null);
      setWhy(null);
      setNote('');
      onClose();
      onDone?.();
    },
  });
  const colleagues = [...(receivers.data?.colleagues ?? [])].sort((a, b) => nearness.indexOf(a.presence) - nearness.indexOf(b.presence) || a.name.localeCompare(b.name));
  const reasons = receivers.data?.reasons ?? [];
  const away = colleagues.find((one) => to === `user:${one.id}` && one.presence === 'OFFLINE');
  return (
    <Modal opened={opened} onClose={onClose} title={title ? `${t('transfer.title')}: ${title}` : several ? t('transfer.titleOf', { count: several.count }) : t('transfer.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => { event.preventDefault(); handOver.mutate(); }}>
        <Stack>
          <Text size="sm" c="dimmed">{t('transfer.lead')}</Text>
          <Select data-autofocus searchable label={t('transfer.to')} placeholder={t('transfer.choose')} value={to} onChange={setTo} nothingFoundMessage={receivers.data && t('transfer.none')}
            data={[
              { group: t('transfer.queues'), items: (receivers.data?.queues ?? []).filter((one) => one.id !== contact.queue).map((one) => ({ value: `queue:${one.id}`, label: one.name })) },
              { group: t('transfer.colleagues'), items: colleagues.map((one) => ({ value: `user:${one.id}`, label: `${one.name} · ${t(`transfer.presence.${one.presence}`)}` })) },
            ]} />
          {away && (
            <Alert role="status" color="yellow" variant="light" icon={<IconClockPause />} title={t('transfer.away', { name: away.name })}>
              {t(contact.medium === 'mail' ? 'transfer.awayMail' : 'transfer.awayLive', { name: away.name })}
            </Alert>
          )}
          {reasons.length > 0 && (
            <Radio.Group label={t('transfer.why')} value={why} onChange={setWhy}>
              <Group gap="xs" mt={6}>{reasons.map((one) => <Radio key={one.id} value={one.id} label={i18n.language === 'nl' ? one.nameNl : one.nameEn} />)}</Group>
            </Radio.Group>
          )}
          <Textarea label={t('transfer.note')} description={t('transfer.noteHelp')} autosize minRows={3} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <ProblemNote error={receivers.error ?? handOver.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" disabled={!to || (reasons.length > 0 && !why)} loading={handOver.isPending}>{t('transfer.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
