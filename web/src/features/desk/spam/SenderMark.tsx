import { Loading } from '@app/states';
import { ProblemNote } from '@app/form/ProblemNote';
import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { useSender } from '../api';
import type { Sender } from '../types';

/** How the sender of a mail was checked, asked for when somebody wants to know. */
export function SenderMark({ envelope, proven }: { envelope: string; proven?: boolean }) {
  const { t } = useTranslation('desk');
  const [opened, setOpened] = useState(false);
  const sender = useSender(envelope, opened);
  const Mark = proven ? IconShieldCheck : IconShieldQuestion;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <ActionIcon size="sm" variant="subtle" color={proven === false ? 'yellow' : 'gray'} aria-label={t('sender.ask')} onClick={() => setOpened(!opened)}><Mark size={15} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        {sender.isPending && <Loading />}
        <ProblemNote error={sender.error} />
        {sender.data && <Findings sender={sender.data} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Findings({ sender }: { sender: Sender }) {
  const { t } = useTranslation('desk');
  const Icon = sender.proven ? IconShieldCheck : IconShieldQuestion;
  return (
    <>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}><Icon size={16} aria-hidden="true" style={{ verticalAlign: '-3px' }} /> {sender.sender}</Text>
      <Text size="sm" mb={6}>{t(sender.proven ? 'sender.proven' : 'sender.unproven')}</Text>
      {sender.source !== 'unchecked' && (['spf', 'dkim', 'dmarc'] as const).map((check) => (
        <Text key={check} size="sm" c="dimmed">{check.toUpperCase()}: {t(`sender.result.${sender[check]}`, { defaultValue: sender[check] })}</Text>
      ))}
      <Text size="xs" c="dimmed" mt={6}>{t(`sender.source.${sender.source}`)}</Text>
    </>
  );
}
