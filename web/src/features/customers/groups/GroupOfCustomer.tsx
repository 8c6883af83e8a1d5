import { toastDone } from '@app/announce';
import { http } from '@app/api/http';
import { ProblemNote } from '@app/form/ProblemNote';
import { useCustomerGroups } from '@app/groups/api';
import { GroupBadge } from '@app/groups/GroupBadge';
import { useSession } from '@app/session';
import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerKey, type Customer } from '../api';

/** In which group the customer is; whoever may change customers puts him in another one here. */
export function GroupOfCustomer({ customer }: { customer: Customer }) {
  const { t, i18n } = useTranslation('customers');
  const { may } = useSession();
  const queries = useQueryClient();
  const groups = (useCustomerGroups().data ?? []).filter((one) => one.brand === customer.brand && (!one.archived || one.id === customer.group));
  const put = useMutation({
    mutationFn: (group: string | null) => http.put(`/api/customers/${customer.id}/group`, { group: group ?? undefined }),
    onSuccess: async () => {
      toastDone(t('app:saved'));
      await queries.invalidateQueries({ queryKey: customerKey(customer.id) });
    },
  });
  if (!may('customers.change')) return <GroupBadge group={customer.group} />;
  if (groups.length === 0) return null;
  return (
    <>
      <Select label={t('groups.of')} placeholder={t('groups.noGroup')} clearable mt="md" value={customer.group ?? null} disabled={put.isPending} onChange={(group) => put.mutate(group)}
        data={groups.map((one) => ({ value: one.id, label: i18n.language === 'nl' ? one.nameNl : one.nameEn }))} />
      <ProblemNote error={put.error} />
    </>
  );
}
