import { toastProblem } from '@app/announce';
import { useConfirm } from '@app/confirm';
import { Button } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys } from '../api';

/** Goes on with what nobody has in hand: then it is wrapped up, handed over and asked about as anything else. */
export function PickUp({ conversation, solved }: { conversation: string; solved: boolean }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const confirm = useConfirm();
  const pick = useMutation({
    mutationFn: () => desk.pickUp(conversation),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) }),
  });
  const go = async () => {
    const sure = !solved || await confirm({ title: t('pickUpSolved.title'), body: t('pickUpSolved.body'), confirm: t('pickUp') });
    if (sure) pick.mutate();
  };
  return (
    <Button size="compact-md" variant="light" leftSection={<IconHandGrab size={17} />} loading={pick.isPending} title={t('pickUpHelp')} onClick={() => void go()}>
      {t('pickUp')}
    </Button>
  );
}
