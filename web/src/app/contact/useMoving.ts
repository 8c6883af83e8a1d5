import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactWork, type Handed } from './api';
import type { Outcome } from './NotDone';

interface Waiting { contact: string; queue: string; subject: string }

/** Moves what waits in a queue, one by one; what a colleague took meanwhile stays his, and is told. */
export function useMoving() {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  return {
    outcome,
    forget: () => setOutcome(undefined),
    tell: setOutcome,
    /** @return whether it was moved */
    move: async ({ contact, queue, subject }: Waiting, to: Handed) => {
      const not = (await contactWork.transferWaiting(queue, [contact], to)).filter((one) => one.outcome !== 'DONE').map((one) => ({ ...one, subject }));
      setOutcome(not.length > 0 ? { done: t('acted.not'), not } : undefined);
      return not.length === 0;
    },
  };
}
