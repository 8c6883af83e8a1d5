import { toastDone } from '@app/announce';
import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, routing, useNoticeTeams, useOwnQueues } from '../api';

interface Props { person?: { id: string; name: string } | undefined; onClose: () => void }

/** Says something to a team, to everyone of a queue who is there, or to one person. */
export function SayModal({ person, onClose }: Props) {
  const { t } = useTranslation('routing');
  const queries = useQueryClient();
  const teams = useNoticeTeams(!person);
  const queues = useOwnQueues();
  const [to, setTo] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const say = useMutation({
    mutationFn: () => {
      const [kind, id] = (to ?? '').split(':');
      return routing.say(person ? { words, person: person.id } : { words, ...(kind && { [kind]: id }) });
    },
    onSuccess: () => {
      toastDone(t('notices.said'));
      void queries.invalidateQueries({ queryKey: keys.sent });
      onClose();
    },
  });
  const wrong = say.error ? Problem.of(say.error).fieldErrors : {};
  return (
    <Modal opened onClose={onClose} title={person ? t('notices.toPerson', { name: person.name }) : t('notices.say')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); say.mutate(); }} noValidate>
        <Stack>
          {!person && (
            <Select data-autofocus openOnFocus={false} required searchable label={t('notices.to')} value={to} onChange={setTo} error={wrong.to ?? wrong.team ?? wrong.queue} nothingFoundMessage={t('notices.noneCalled')}
              data={[
                { group: t('notices.teams'), items: (teams.data ?? []).map((one) => ({ value: `team:${one.id}`, label: one.name })) },
                { group: t('notices.queues'), items: (queues.data ?? []).map(({ queue }) => ({ value: `queue:${queue.id}`, label: queue.name })) },
              ]} />
          )}
          <Textarea data-autofocus={person ? true : undefined} required autosize minRows={3} maxLength={500} label={t('notices.words')} description={t('notices.wordsHelp')} value={words} error={wrong.words}
            onChange={(event) => setWords(event.currentTarget.value)} />
          {say.error && Object.keys(wrong).length === 0 && <ProblemNote error={say.error} />}
          <ProblemNote error={teams.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={say.isPending}>{t('notices.submit')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
