import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseChanges } from './api';

/** What the case is about, in better words than the first subject. */
export function RenameModal({ id, subject, onClose }: { id: string; subject: string; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { rename } = useCaseChanges(id);
  const [words, setWords] = useState(subject);
  const wrong = rename.error ? Problem.of(rename.error).fieldErrors : {};
  const keep = () => rename.mutateAsync(words).then(onClose, () => {});
  return (
    <Modal opened onClose={onClose} title={t('cases.renameTitle')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void keep(); }} noValidate>
        <Stack>
          <TextInput data-autofocus label={t('cases.subject')} required maxLength={300} value={words} error={wrong.subject} onChange={(event) => setWords(event.currentTarget.value)} />
          {rename.error && Object.keys(wrong).length === 0 && <ProblemNote error={rename.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
            <Button type="submit" loading={rename.isPending}>{t('app:save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
