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
import { useSayWhose } from './useSayWhose';

const byHand = (identity: Identity): identity is Identity & { kind: 'EMAIL' | 'PHONE' } => identity.kind === 'EMAIL' || identity.kind === 'PHONE';

const away = (identity: Identity) => (identity.proposed ? 'address.dismiss' : 'address.remove');

/** How this customer reaches us, and what a person found out about that. */
export function Identities({ customer, identities }: { customer: Customer; identities: Identity[] }) {
  const { t } = useTranslation('customers');
  const { may, user } = useSession();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: customerKey(customer.id) });
  const confirm = useConfirm();
  const left = identities.filter((one) => byHand(one) && !one.proposed).length;
  const say = useSayWhose(customer, renew);
  const accept = useMutation({ mutationFn: say, onError: toastProblem, onSettled: renew });
  // that he proved it cannot be brought back
  const take = async (identity: Identity) => {
    if (identity.proven && !await confirm({ title: t('address.provenAsk'), body: t('address.provenHelp', { value: identity.value }), confirm: t('address.takeAway') })) return;
    remove.mutate(identity);
  };
  const remove = useMutation({
    mutationFn: (identity: Identity) => removeIdentity(customer.id, identity.id),
    onSuccess: (_, identity) => {
      if (!byHand(identity) || identity.proposed) return;
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
          <Group gap={6} wrap="nowrap" flex="none">
            {identity.proven && <Badge variant="light" color="teal">{t('proven')}</Badge>}
            {identity.proposed && <Badge variant="light" color="yellow" title={t('address.proposedBy', { value: identity.value })}>{t('address.proposed')}</Badge>}
            {identity.proposed && byHand(identity) && !user?.partnerId && may('customers.change') && (
              <Button variant="light" size="compact-xs" aria-label={t('address.confirmOf', { value: identity.value })} loading={accept.isPending && accept.variables.value === identity.value}
                onClick={() => accept.mutate({ kind: identity.kind, value: identity.value })}>{t('address.confirm')}</Button>
            )}
            {may('customers.change') && byHand(identity) && (identity.proposed || left > 1) && (
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t(away(identity), { value: identity.value })} title={t(away(identity), { value: identity.value })}
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
