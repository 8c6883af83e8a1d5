import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, MultiSelect, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing, useOwnQueues } from '../api';
import type { AgentNow } from '../types';

const spans = ['30', '60', '120', '240'];

/** Gives someone other queues for a while, or the own work back. */
export function OtherWorkModal({ agent: { name, partner, presence }, onClose }: { agent: AgentNow; onClose: () => void }) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const all = useOwnQueues();
  const given = presence.otherWork;
  const [queues, setQueues] = useState<string[]>(given?.queues.map((queue) => queue.id) ?? []);
  const [only, setOnly] = useState(given?.only ?? true);
  const [minutes, setMinutes] = useState('60');
  const [why, setWhy] = useState(given?.why ?? '');
  const done = (text: string) => {
    toastDone(text);
    void queries.invalidateQueries({ queryKey: keys.agents });
    onClose();
  };
  const give = useMutation({
    mutationFn: () => routing.giveOtherWork(presence.user, { queues, only, until: dayjs().add(Number(minutes), 'minute').toISOString(), why }),
    onSuccess: () => done(t('floor.otherWork.done', { name })),
  });
  const end = useMutation({
    mutationFn: () => routing.endOtherWork(presence.user),
    onSuccess: () => done(t('floor.otherWork.ended', { name })),
  });
  const failure = give.error ?? end.error;
  const wrong = failure ? Problem.of(failure).fieldErrors : {};
  const choices = (all.data ?? []).filter(({ queue }) => queue.partner === partner);
  return (
    <Modal opened onClose={onClose} title={t('floor.otherWork.title', { name })} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); give.mutate(); }} noValidate>
        <Stack>
          <Text size="sm">{t('floor.otherWork.lead', { name })}</Text>
          <MultiSelect data-autofocus openOnFocus={false} required searchable label={t('floor.otherWork.queues')} value={queues} onChange={setQueues} error={wrong.queues} maxValues={20}
            nothingFoundMessage={t('floor.otherWork.noQueue')} data={choices.map(({ queue }) => ({ value: queue.id, label: queue.name }))} />
          <Radio.Group label={t('floor.otherWork.how')} value={only ? 'only' : 'also'} onChange={(value) => setOnly(value === 'only')}>
            <Stack gap={6} mt={6}>
              <Radio value="only" label={t('floor.otherWork.only')} />
              <Radio value="also" label={t('floor.otherWork.also')} />
            </Stack>
          </Radio.Group>
          <div>
            <Text size="sm" fw={550} mb={4} id="other-work-span">{t('floor.otherWork.howLong')}</Text>
            <SegmentedControl fullWidth aria-labelledby="other-work-span" value={minutes} onChange={setMinutes} data={spans.map((span) => ({ value: span, label: t(`floor.otherWork.span.${span}`) }))} />
            {wrong.until && <Text size="sm" c="red" mt={4}>{wrong.until}</Text>}
          </div>
          <TextInput maxLength={200} label={t('floor.otherWork.why')} description={t('floor.logOff.whyHelp', { name })} value={why} error={wrong.why} onChange={(event) => setWhy(event.currentTarget.value)} />
          {failure && Object.keys(wrong).length === 0 && <ProblemNote error={failure} />}
          <Group justify="flex-end">
            {given && <Button variant="subtle" mr="auto" loading={end.isPending} onClick={() => end.mutate()}>{t('floor.otherWork.end')}</Button>}
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={give.isPending}>{t('floor.otherWork.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
