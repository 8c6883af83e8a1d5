import { Problem } from '@app/api/problem';
import { ProblemNote } from '@app/form/ProblemNote';
import { useFormat } from '@app/format';
import { Button, Checkbox, FileInput, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readHolidays, type Holiday, type HolidayFile } from './api';
import classes from './List.module.css';

interface Props { known: Holiday[]; onAdd: (days: Holiday[]) => void }

/** Holidays from a calendar file: read, looked at, and only then put with the others. */
export function HolidayImport({ known, onAdd }: Props) {
  const { t } = useTranslation('organisation');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" leftSection={<IconCalendarPlus size={14} />} onClick={() => setOpened(true)}>{t('ics.open')}</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('ics.title')} size="lg" closeButtonProps={{ 'aria-label': t('app:close') }}>
        <Choosing known={known} onAdd={(days) => { onAdd(days); setOpened(false); }} />
      </Modal>
    </>
  );
}

function Choosing({ known, onAdd }: Props) {
  const { t } = useTranslation('organisation');
  const [file, setFile] = useState<File | null>(null);
  const read = useMutation({ mutationFn: readHolidays });
  const wrong = read.error && Problem.of(read.error).fieldErrors.file;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    read.reset();
    if (chosen) read.mutate(chosen);
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">{t('ics.lead')}</Text>
      <FileInput data-autofocus label={t('ics.file')} placeholder={t('ics.choose')} accept=".ics,text/calendar" value={file} onChange={choose} error={wrong} clearable
        clearButtonProps={{ 'aria-label': t('app:clear') }} disabled={read.isPending} />
      <ProblemNote error={wrong ? null : read.error} />
      {read.data && <Found key={file?.name} found={read.data} known={known} onAdd={onAdd} />}
    </Stack>
  );
}

function Found({ found, known, onAdd }: Props & { found: HolidayFile }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const fresh = found.days.filter((day) => !known.some((one) => one.day === day.day));
  const [left, setLeft] = useState<string[]>([]);
  const chosen = fresh.filter((day) => !left.includes(day.day));
  const there = found.days.length - fresh.length;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">{[t('ics.found', { count: fresh.length }), there > 0 && t('ics.there', { count: there }), found.doubles > 0 && t('ics.doubles', { count: found.doubles })].filter(Boolean).join(' ')}</Text>
      {fresh.length > 0 && (
        <ul className={`${classes.list} ${classes.found}`} aria-label={t('ics.days')}>
          {fresh.map((day) => (
            <li key={day.day}>
              <Checkbox px={14} py={7} checked={!left.includes(day.day)} label={`${format.date(`${day.day}T12:00`)} · ${day.name}`}
                onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== day.day) : [...left, day.day])} />
            </li>
          ))}
        </ul>
      )}
      {found.faults.length > 0 && (
        <div>
          <Title order={3} size="h6">{t('ics.leftOut')}</Title>
          <ul className={classes.faults}>
            {found.faults.map((fault) => <li key={fault.line}>{t('ics.fault', { line: fault.line, name: fault.name || '–', why: t(`ics.why.${fault.why}`) })}</li>)}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        <Button disabled={chosen.length === 0} onClick={() => onAdd(chosen.map(({ day, name }) => ({ day, name })))}>{t('ics.add', { count: chosen.length })}</Button>
      </Group>
      <Text size="xs" c="dimmed" ta="right">{t('ics.notYet')}</Text>
    </Stack>
  );
}
