import { toastProblem } from '@app/announce';
import { Button } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk, keys } from '../api';

/** Goes on with what nobody has in hand: then it is wrapped up, handed over and asked about as anything else. */
export function PickUp({ conversation }: { conversation: string }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const pick = useMutation({
    mutationFn: () => desk.pickUp(conversation),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.conversation(conversation) }),
  });
  return (
    <Button size="compact-md" variant="light" leftSection={<IconHandGrab size={17} />} loading={pick.isPending} title={t('pickUpHelp')} onClick={() => pick.mutate()}>
      {t('pickUp')}
    </Button>
  );
}
