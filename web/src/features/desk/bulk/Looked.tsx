import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bulk, countOf, type Work } from './api';
import { LeftList } from './LeftList';
import { useWhat } from './useWhat';

interface Props { work: Work; onClose: () => void; onStarted: () => void }

/** What a change will reach, and what not and why; only now it is done. */
export function Looked({ work, onClose, onStarted }: Props) {
  const { t } = useTranslation('desk');
  const what = useWhat();
  const start = useMutation({ mutationFn: () => bulk.start(work.id), onSuccess: onStarted });
  const will = countOf(work, 'TO_DO');
  return (
    <Modal opened onClose={onClose} title={t('bulk.looked')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Stack>
        <Text fw={600}>{what(work)}: {t('bulk.conversations', { count: will })}</Text>
        {countOf(work, 'LEFT') > 0 && <LeftList work={work} state="LEFT" />}
        {will > 0 && work.change.wrapUp && <Text size="sm" c="dimmed">{t('bulk.mayStay')}</Text>}
        {will > 0 && <Text size="sm" c="dimmed">{t('bulk.canBeTakenBack')}</Text>}
        <ProblemNote error={start.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
          <Button data-autofocus disabled={will === 0} loading={start.isPending} onClick={() => start.mutate()}>{t('bulk.do', { count: will })}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
