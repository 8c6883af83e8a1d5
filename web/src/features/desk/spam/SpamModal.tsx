import { toastDone, toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { Loading } from '@app/states';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, useSender } from '../api';
import type { Contact } from '../types';

interface Props {
  opened: boolean;
  onClose: () => void;
  contact: Contact;
  /** The customer's last mail as it arrived. */
  envelope: string;
  seenSeq: number;
}

/** Closes a contact as spam and keeps its sender out from now on, if so wished. What was blocked can be let in again. */
export function SpamModal({ opened, onClose, contact, envelope, seenSeq }: Props) {
  const { t } = useTranslation('desk');
  const sender = useSender(envelope, opened);
  const [block, setBlock] = useState('address');
  const address = sender.data?.sender ?? '';
  const domain = address.slice(address.lastIndexOf('@'));
  const close = useMutation({
    mutationFn: async () => {
      await desk.wrapUp(contact.id, { caseState: 'SOLVED', seenSeq, registration: { result: 'SPAM' } });
      return block === 'none' ? undefined : desk.block(contact.brand, block === 'domain' ? domain : address);
    },
    onSuccess: (blocked) => {
      onClose();
      if (!blocked) toastDone(t('spam.done'));
      else {
        toastUndo(t('spam.blocked', { sender: blocked.sender }), t('spam.unblock'), () => void desk.unblock(blocked.id)
          .then(() => toastDone(t('spam.unblocked', { sender: blocked.sender })), toastProblem));
      }
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('spam.title')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); close.mutate(); }}>
        <Stack>
          <Text size="sm" c="dimmed">{t('spam.lead')}</Text>
          {sender.isPending && <Loading />}
          {sender.data && (
            <Radio.Group value={block} onChange={setBlock} label={t('spam.later')}>
              <Stack gap="xs" mt="xs">
                <Radio value="address" label={t('spam.address', { address })} />
                <Radio value="domain" label={t('spam.domain', { domain })} />
                <Radio value="none" label={t('spam.none')} />
              </Stack>
            </Radio.Group>
          )}
          <ProblemNote error={sender.error ?? close.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" color="red.9" disabled={!sender.data} loading={close.isPending}>{t('spam.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
