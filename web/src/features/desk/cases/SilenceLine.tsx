import { toastProblem } from '@app/announce';
import { http } from '@app/api/http';
import type { components } from '@app/api/schema';
import { useFormat } from '@app/format';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../api';
import { caseKeys } from './api';

type CaseView = components['schemas']['CaseView'];

/** What is done by itself while the customer does not answer, and a way to leave this one open. */
export function SilenceLine({ caseView: { id, silence }, handles }: { caseView: CaseView; handles: boolean }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: (leftOpen: boolean) => http.put(`/api/cases/${id}/silence`, { leftOpen }),
    onError: toastProblem,
    onSettled: () => Promise.all([
      queries.invalidateQueries({ queryKey: caseKeys.all }),
      queries.invalidateQueries({ queryKey: keys.conversations }),
    ]),
  });
  if (!silence) return null;
  const { stage, remindAt, solveAt, obstacle, leftOpenBy } = silence;
  const said = t(`silence.${stage}`, { remind: format.shortDate(remindAt), solve: format.shortDate(solveAt), by: leftOpenBy ?? '' });
  const open = stage === 'LEFT_OPEN';
  return (
    <Group gap={8} fz="sm" mt={4} role="group" aria-label={t('silence.label')}>
      <Text span inherit c="dimmed">{said}{obstacle && !open && stage !== 'SOLVED' && ` · ${t(`silence.obstacle.${obstacle}`)}`}</Text>
      {handles && stage !== 'SOLVED' && (
        <Button size="compact-sm" variant="subtle" loading={leave.isPending} onClick={() => leave.mutate(!open)}>{t(open ? 'silence.resume' : 'silence.leaveOpen')}</Button>
      )}
    </Group>
  );
}
