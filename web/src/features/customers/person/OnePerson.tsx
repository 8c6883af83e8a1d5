import { toastDone, toastProblem } from '@app/announce';
import { toastUndo } from '@app/confirm';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit, IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerKey, type Customer } from '../api';
import { merge, notSame, perhaps, takeApart, useMerged, useSuggestions, type Merged, type Suggestion } from './api';
import classes from './Person.module.css';
import { SamePersonAs } from './SamePersonAs';

/** Whether this person may say who is one; people of a partner see only a part of both. */
export function useMayMerge() {
  const { may, user } = useSession();
  return may('customers.change') && !user?.partnerId;
}

/** The cards that were merged into this one, and who may be the same person. */
export function OnePerson({ customer }: { customer: Customer }) {
  const mayMerge = useMayMerge();
  const merged = useMerged(customer.id);
  const suggested = useSuggestions(customer.id, mayMerge);
  const [with_, setWith] = useState<string>();
  return (
    <>
      {(suggested.data ?? []).map((one) => <Perhaps key={one.id} customer={customer} other={one} onLook={() => setWith(one.id)} />)}
      {merged.data && merged.data.length > 0 && <Together customer={customer} merged={merged.data} mayMerge={mayMerge} />}
      {with_ && <SamePersonAs customer={customer} first={with_} onClose={() => setWith(undefined)} />}
    </>
  );
}

function Perhaps({ customer, other, onLook }: { customer: Customer; other: Suggestion; onLook: () => void }) {
  const { t } = useTranslation('customers');
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries({ queryKey: customerKey(customer.id) });
  const name = other.name ?? other.address ?? t('unnamed');
  const refuse = useMutation({
    mutationFn: () => notSame(customer.id, other.id),
    onSuccess: () => toastUndo(t('person.notSameDone', { name }), t('app:undo'), () => { perhaps(customer.id, other.id).catch(toastProblem).finally(() => void renew()); }),
    onError: toastProblem,
    onSettled: renew,
  });
  return (
    <div className={classes.perhaps} role="note">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <IconUsersGroup size={18} aria-hidden="true" style={{ flex: 'none', marginTop: 2 }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>{t('person.perhaps', { name })}</Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{t(`person.why.${other.why}`, { what: other.what ?? '' })}</Text>
        </div>
      </Group>
      <Group gap={6} mt={8}>
        <Button size="compact-sm" variant="default" onClick={onLook}>{t('person.look')}</Button>
        <Button size="compact-sm" variant="subtle" color="gray" loading={refuse.isPending} onClick={() => refuse.mutate()}>{t('person.notSame')}</Button>
      </Group>
    </div>
  );
}

function Together({ customer, merged, mayMerge }: { customer: Customer; merged: Merged[]; mayMerge: boolean }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const queries = useQueryClient();
  const apart = useMutation({
    mutationFn: (one: Merged) => takeApart(customer.id, one.id),
    onSuccess: (_, one) => toastUndo(t('person.apartDone', { name: nameOf(one) }), t('app:undo'), () => {
      merge(customer.id, one.id, one.took, true).then(() => toastDone(t('person.merged', { name: nameOf(one) }))).catch(toastProblem);
    }),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: customerKey(customer.id) }),
  });
  const nameOf = (one: Merged) => one.name ?? one.addresses[0] ?? t('unnamed');
  return (
    <section aria-label={t('person.together')} className={classes.together}>
      <Text fw={600} size="sm">{t('person.together')}</Text>
      <Stack gap={8} mt={6}>
        {merged.map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{nameOf(one)}</Text>
              <Text size="xs" c="dimmed">{t('person.by', { name: one.by, at: format.date(one.at) })}</Text>
            </div>
            {mayMerge && (
              <Button flex="none" size="compact-xs" variant="subtle" leftSection={<IconArrowsSplit size={14} />} aria-label={t('person.apartOf', { name: nameOf(one) })}
                loading={apart.isPending && apart.variables.id === one.id} onClick={() => apart.mutate(one)}>{t('person.apart')}</Button>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  );
}
