import { toastDone, toastProblem } from '@app/announce';
import { Problem } from '@app/api/problem';
import { toastUndo } from '@app/confirm';
import { ProblemNote } from '@app/form/ProblemNote';
import { Failed, Loading } from '@app/states';
import { Button, Group, Modal, Select, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskable, useConsulting } from './api';
import { isSooner, OtherTime, timeAsked } from './OtherTime';

const asUsual = { other: false, at: '', why: '' };

/** Asks another department something about this case; its answer comes back here, never to the customer unless it is given the case. */
export function AskModal({ conversation, brand, onClose }: { conversation: string; brand: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('desk');
  const departments = useAskable(brand);
  const { ask, withdraw } = useConsulting();
  const [department, setDepartment] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [shares, setShares] = useState(true);
  const [answersCustomer, setAnswersCustomer] = useState(false);
  const [time, setTime] = useState(asUsual);
  const [clientKey] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const chosen = departments.data?.find((one) => one.id === department);
  const gives = answersCustomer && chosen?.canBeGiven === true;
  const named = (one: { nameNl: string; nameEn: string }) => (i18n.language === 'nl' ? one.nameNl : one.nameEn);
  const sooner = chosen !== undefined && isSooner(time, chosen.dueNow);
  const refused = ask.error ? Problem.of(ask.error).fieldErrors : {};
  const wrong = {
    department: refused.department ?? (tried && !department ? t('consult.needDepartment') : undefined),
    dueAt: refused.dueAt ?? (tried && time.other && !time.at ? t('consult.time.needAt') : undefined),
    why: refused.why ?? (tried && sooner && !time.why.trim() ? t('consult.time.needWhy') : undefined),
    question: refused.question ?? (tried && !question.trim() ? t('consult.needQuestion') : undefined),
  };
  const submit = () => {
    setTried(true);
    if (!department || !question.trim() || (time.other && !time.at) || (sooner && !time.why.trim())) return;
    void ask.mutateAsync({ conversation, department, question, sharesConversation: shares || gives, answersCustomer: gives, clientKey, ...(chosen && timeAsked(time, chosen.dueNow)) }).then(({ id }) => {
      onClose();
      toastUndo(t(gives ? 'consult.gave' : 'consult.asked', { department: chosen ? named(chosen) : '' }), t(gives ? 'consult.takeBack' : 'consult.withdraw'), () => void withdraw.mutateAsync(id).then(() => toastDone(t(gives ? 'consult.tookBack' : 'consult.withdrawn')), toastProblem));
    }, () => {});
  };
  return (
    <Modal opened onClose={onClose} title={t('consult.title')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      {departments.isPending && <Loading />}
      {departments.isError && <Failed error={departments.error} onRetry={() => void departments.refetch()} />}
      {departments.isSuccess && (departments.data.length === 0
        ? <Text>{t('consult.nobody')}</Text>
        : (
          <form onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate>
            <Stack>
              <Text size="sm" c="dimmed">{t(gives ? 'consult.leadGiven' : 'consult.lead')}</Text>
              <Select data-autofocus autoFocus openOnFocus={false} label={t('consult.department')} placeholder={t('wrapUp.choose')} searchable value={department} onChange={(next) => { setDepartment(next); setTime(asUsual); }} error={wrong.department}
                nothingFoundMessage={t('wrapUp.none')}
                data={departments.data.map((one) => ({ value: one.id, label: named(one) }))} />
              {chosen && <OtherTime usual={chosen.dueNow} value={time} errors={wrong} onChange={setTime} />}
              <Textarea label={t('consult.question')} description={t(gives ? 'consult.questionGivenHelp' : 'consult.questionHelp')} autosize minRows={4} maxRows={12} maxLength={4000} value={question} error={wrong.question}
                onChange={(event) => setQuestion(event.currentTarget.value)} />
              {chosen?.mail && <Text size="sm" c="dimmed">{t('consult.byMail', { address: chosen.mail })}</Text>}
              {chosen?.canBeGiven && (
                <Switch label={t('consult.gives')} description={t('consult.givesHelp')} checked={answersCustomer} onChange={(event) => setAnswersCustomer(event.currentTarget.checked)} />
              )}
              <Switch label={t('consult.shares')} description={t(chosen?.mail ? 'consult.sharesMail' : 'consult.sharesHelp')} checked={shares || gives} disabled={gives} onChange={(event) => setShares(event.currentTarget.checked)} />
              {ask.error && Object.keys(refused).length === 0 && <ProblemNote error={ask.error} />}
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>{t('app:cancel')}</Button>
                <Button type="submit" loading={ask.isPending}>{t(gives ? 'consult.submitGiven' : 'consult.submit')}</Button>
              </Group>
            </Stack>
          </form>
        ))}
    </Modal>
  );
}
