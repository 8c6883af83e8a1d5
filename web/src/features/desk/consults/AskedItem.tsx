import { useFormat } from '@app/format';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Due } from '../list/Timing';
import classes from '../promises/Promises.module.css';
import { Files } from '../thread/Files';
import { Agreed } from './Agreed';
import { AnswerCustomer } from './AnswerCustomer';
import { sharedFilePath, type Consult } from './api';
import { SharedConversation } from './SharedConversation';
import { Sooner } from './Sooner';
import { Steps } from './Steps';
import { Turns } from './Turns';

/** One question: from whom, about which case, by when, and what the department can do with it. */
export function AskedItem({ consult, gone = false, onWriting }: { consult: Consult; gone?: boolean; onWriting?: (writes: boolean) => void }) {
  const { t, i18n } = useTranslation('desk');
  const format = useFormat();
  const waits = consult.settledAt === undefined && !gone;
  const given = consult.answersCustomer;
  const department = i18n.language === 'nl' ? consult.departmentNl : consult.departmentEn;
  return (
    <article className={classes.card} aria-label={t('asked.label', { number: consult.caseNumber, department })}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text fw={650} style={{ overflowWrap: 'anywhere' }}>{t('promised.conversation', { number: consult.caseNumber, subject: consult.caseSubject })}</Text>
        {consult.state === 'returned'
          ? <Text size="sm" fw={600}>{t('asked.returned')}</Text>
          : waits ? <Due dueAt={consult.dueAt} late={consult.state === 'late'} />
          : <Text size="sm" fw={600}>{consult.settledAt && t(consult.answeredCustomer ? 'consult.state.answeredCustomer' : `consult.state.${consult.state as 'answered'}`, { at: format.moment(consult.settledAt) })}</Text>}
      </Group>
      <Text size="sm" c="dimmed">{t(given ? 'asked.givenBy' : 'asked.from', { name: consult.askedByName ?? '', department, at: format.moment(consult.askedAt) })}</Text>
      <Agreed consult={consult} />
      <Text mt={6} className={classes.words} style={{ whiteSpace: 'pre-line' }}>{consult.question}</Text>
      {consult.answer && <Text mt={8} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><strong>{consult.settledByName}: </strong>{consult.answer}</Text>}
      {consult.files.length > 0 && <Files files={consult.files} at={(file) => sharedFilePath(consult.id, file)} />}
      <Steps consult={consult} />
      {waits && consult.sharesConversation && !given && <SharedConversation id={consult.id} />}
      {(waits || gone) && given && <AnswerCustomer consult={consult} gone={gone} onWriting={(writes) => onWriting?.(writes)} />}
      {waits && <Sooner key={consult.agreement.wantedAt} consult={consult} />}
      {waits && <Turns consult={consult} />}
    </article>
  );
}
