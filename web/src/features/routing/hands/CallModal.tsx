import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing, useOwnQueues } from '../api';

const hours = ['1', '2', '4', '8'];

/** Calls people with other jobs to a simple queue. */
export function CallModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const queues = useOwnQueues();
  const [queue, setQueue] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [span, setSpan] = useState('2');
  const call = useMutation({
    mutationFn: () => routing.callAllHands({ queue: queue ?? undefined, words, until: dayjs().add(Number(span), 'hour').toISOString() }),
    onSuccess: () => {
      toastDone(t('hands.called'));
      void queries.invalidateQueries({ queryKey: keys.allHands });
      onClose();
    },
  });
  const wrong = call.error ? Problem.of(call.error).fieldErrors : {};
  return (
    <Modal opened onClose={onClose} title={t('hands.call')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); call.mutate(); }} noValidate>
        <Stack>
          <Text size="sm">{t('hands.lead')}</Text>
          <Select data-autofocus openOnFocus={false} required searchable label={t('hands.queue')} description={t('hands.queueHelp')} value={queue} onChange={setQueue} error={wrong.queue}
            nothingFoundMessage={t('floor.otherWork.noQueue')}
            data={(queues.data ?? []).map((one) => ({ value: one.queue.id, label: t('hands.queueWaits', { name: one.queue.name, count: one.figures.waiting }) }))} />
          <Textarea required autosize minRows={2} maxLength={300} label={t('hands.words')} description={t('hands.wordsHelp')} value={words} error={wrong.words} onChange={(event) => setWords(event.currentTarget.value)} />
          <div>
            <Text size="sm" fw={550} mb={4} id="hands-span">{t('floor.otherWork.howLong')}</Text>
            <SegmentedControl fullWidth aria-labelledby="hands-span" value={span} onChange={setSpan} data={hours.map((hour) => ({ value: hour, label: t('hands.hours', { count: Number(hour) }) }))} />
          </div>
          {call.error && Object.keys(wrong).length === 0 && <ProblemNote error={call.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={call.isPending}>{t('hands.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
