import { Alert, Button, Group } from '@mantine/core';
import { IconArrowsCross, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../types';

export type MeanwhileKind = 'colleague' | 'customer';

/**
 * What was written since this answer was begun. A colleague's answer stops the sending; a customer's newer mail only
 * warns; in a chat the customer may go on writing.
 */
export function meanwhile(messages: Message[], seenSeq: number, medium: string, me: string): { kind: MeanwhileKind; name: string } | undefined {
  const newer = messages.filter((one) => one.seq > seenSeq && !one.automatic);
  const colleague = newer.findLast((one) => one.direction === 'out' && one.authorKind === 'user' && one.authorId !== me);
  if (colleague) return { kind: 'colleague', name: colleague.authorName };
  const customer = medium !== 'chat' && newer.findLast((one) => one.direction === 'in');
  return customer ? { kind: 'customer', name: customer.authorName } : undefined;
}

interface Props {
  what: { kind: MeanwhileKind; name: string };
  onRead: () => void;
}

export function Meanwhile({ what, onRead }: Props) {
  const { t } = useTranslation('desk');
  const colleague = what.kind === 'colleague';
  return (
    <Alert role="alert" color={colleague ? 'red' : 'yellow'} variant="light" py={8} icon={colleague ? <IconArrowsCross /> : <IconMessagePlus />}
      title={t(`meanwhile.${what.kind}`, { name: what.name })}>
      <Group justify="space-between" gap="xs">
        <span>{t(`meanwhile.${what.kind}Help`)}</span>
        <Button size="compact-sm" variant="default" onClick={onRead}>{t('meanwhile.read')}</Button>
      </Group>
    </Alert>
  );
}
