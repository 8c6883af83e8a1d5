import { toastDone, toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { toastUndo, useConfirm } from '@app/confirm';
import { useTranslation } from 'react-i18next';
import { addIdentity, type Customer } from './api';

export interface Address { kind: 'EMAIL' | 'PHONE'; value: string }

/** Says that an address is this customer's; when it is another's, whoever says so is asked whether they are the same. Answers whether it was said. */
export function useSayWhose(customer: Customer, onDone: () => Promise<void>) {
  const { t } = useTranslation('customers');
  const confirm = useConfirm();

  const move = async (address: Address, from: string, name: string): Promise<boolean> => {
    const same = await confirm({ title: t('address.same'), body: t('address.sameHelp', { value: address.value, name }), confirm: t('address.move') });
    if (!same) return false;
    const { value } = await addIdentity(customer.id, { ...address, take: true });
    toastUndo(t('address.moved', { value }), t('address.undo'), () => {
      addIdentity(from, { ...address, take: true }).catch(toastProblem).finally(() => void onDone());
    });
    return true;
  };
  return async (address: Address): Promise<boolean> => {
    try {
      const { value, proposed } = await addIdentity(customer.id, { ...address, take: false });
      toastDone(t(proposed ? 'address.proposedDone' : 'address.added', { value }));
      return true;
    } catch (fault) {
      const { code, details } = Problem.of(fault);
      const { customer: owner, name } = details.arguments ?? {};
      if (code !== 'customers/identity-taken' || typeof owner !== 'string') throw fault;
      return move(address, owner, String(name || t('address.other')));
    }
  };
}
