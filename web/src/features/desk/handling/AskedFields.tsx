import { useAskedFields } from '@app/fields/api';
import { FieldRow } from '@app/fields/FieldRow';
import { useSession } from '@app/session';
import { Failed } from '@app/states';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../types';

interface Props {
  contact: Contact;
  /** What would come of it. */
  result: string;
  errors: Record<string, string>;
  onKept: () => void;
}

/**
 * What the brand wants to know before the contact ends and nobody filled in yet, and what goes with its reason or result alone. It stays here
 * once it is filled in, so that it can be mended.
 */
export function AskedFields({ contact, result, errors, onKept }: Props) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const asked = useAskedFields(contact.id, result, contact.reason);
  const [seenEmpty] = useState(() => new Set<string>());
  const all = asked.data ?? [];
  const keyed = all.map((one) => ({ ...one, key: `${one.owner}.${one.filled.field.id}` }));
  keyed.filter((one) => one.filled.value.length === 0).forEach((one) => seenEmpty.add(one.key));
  const shown = keyed.filter((one) => !one.must || seenEmpty.has(one.key));
  if (asked.isError) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  if (shown.length === 0) return null;
  const title = t(shown.some((one) => one.must) ? 'wrapUp.asked' : 'wrapUp.goesWithIt');
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm" mb={6}>{title}</Text>
      <Stack gap="sm">
        {shown.map(({ key, owner, order, filled, must }) => (
          <div key={key}>
            {order && <Text size="xs" c="dimmed">{t('wrapUp.ofOrder', { number: order })}</Text>}
            <FieldRow kind={filled.field.kind} owner={owner} filled={filled} mayChange={filled.field.kind === 'CASE' || may('customers.change')}
              error={must && filled.value.length === 0 ? errors[`fields.${key}`] : undefined} onKept={onKept} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
