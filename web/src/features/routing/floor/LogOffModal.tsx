import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing } from '../api';
import type { AgentNow } from '../types';

/** Sets someone to off who is not there any more; he reads who did it and why. */
export function LogOffModal({ agent: { name, presence }, onClose }: { agent: AgentNow; onClose: () => void }) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const logOff = useMutation({
    mutationFn: () => routing.logOff(presence.user, why),
    onSuccess: () => {
      toastDone(t('floor.logOff.done', { name }));
      void queries.invalidateQueries({ queryKey: keys.agents });
      onClose();
    },
  });
  const wrong = logOff.error ? Problem.of(logOff.error).fieldErrors : {};
  return (
    <Modal opened onClose={onClose} title={t('floor.logOff.title', { name })} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); logOff.mutate(); }} noValidate>
        <Stack>
          <Text size="sm">{t('floor.logOff.lead', { name })}</Text>
          <TextInput data-autofocus required maxLength={200} label={t('floor.logOff.why')} description={t('floor.logOff.whyHelp', { name })} value={why}
            error={wrong.why} onChange={(event) => setWhy(event.currentTarget.value)} />
          {logOff.error && !wrong.why && <ProblemNote error={logOff.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={logOff.isPending}>{t('floor.logOff.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
