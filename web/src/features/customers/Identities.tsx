import { toastProblem } from '@app/announce';
import { toastUndo, useConfirm } from '@app/confirm';
import { useSession } from '@app/session';
import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddIdentity } from './AddIdentity';
import { addIdentity, customerKey, removeIdentity, type Customer, type Identity } from './api';

const byHand = (identity: Identity): identity is Identity & { kind: 'EMAIL' | 'PHONE' } => identity.kind === 'EMAIL' || identity.kind === 'PHONE';

/** How this customer reaches us, and what a person found out about that. */
export function Identities({ customer, identities }: { customer: Customer; identities: Identity[] }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: customerKey(customer.id) });
  const confirm = useConfirm();
  const left = identities.filter(byHand).length;
  // that he proved it cannot be brought back
  const take = async (identity: Identity) => {
    if (identity.proven && !await confirm({ title: t('address.provenAsk'), body: t('address.provenHelp', { value: identity.value }), confirm: t('address.takeAway') })) return;
    remove.mutate(identity);
  };
  const remove = useMutation({
    mutationFn: (identity: Identity) => removeIdentity(customer.id, identity.id),
    onSuccess: (_, identity) => {
      if (!byHand(identity)) return;
      toastUndo(t('address.removed', { value: identity.value }), t('address.undo'), () => {
        addIdentity(customer.id, { kind: identity.kind, value: identity.value, take: false }).catch(toastProblem).finally(renew);
      });
    },
    onError: toastProblem,
    onSettled: renew,
  });
  return (
    <Stack gap="xs">
      {identities.map((identity) => (
        <Group key={identity.id} justify="space-between" wrap="nowrap" gap="xs">
          <div style={{ minWidth: 0 }}>
            <Text size="xs" c="dimmed">{t(`identity.${identity.kind}`)}</Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{identity.value}</Text>
          </div>
          <Group gap={6} wrap="nowrap">
            {identity.proven && <Badge variant="light" color="teal">{t('proven')}</Badge>}
            {may('customers.change') && byHand(identity) && left > 1 && (
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('address.remove', { value: identity.value })} title={t('address.remove', { value: identity.value })}
                loading={remove.isPending && remove.variables.id === identity.id} onClick={() => void take(identity)}>
                <IconX size={15} />
              </ActionIcon>
            )}
          </Group>
        </Group>
      ))}
      {may('customers.change') && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} style={{ alignSelf: 'flex-start' }} onClick={() => setAdding(true)}>{t('address.add')}</Button>
      )}
      {adding && <AddIdentity customer={customer} onClose={() => setAdding(false)} onDone={renew} />}
    </Stack>
  );
}
